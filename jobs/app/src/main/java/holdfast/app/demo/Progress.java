package holdfast.app.demo;

/**
 * Where a demo stands.
 *
 * @param day whole simulated days since the first live instant
 * @param eventsPerSecond records that met their fate, a real second
 */
record Progress(long day, double eventsPerSecond, JobFigures figures) {}
