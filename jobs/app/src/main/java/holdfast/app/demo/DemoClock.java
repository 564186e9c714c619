package holdfast.app.demo;

/**
 * Simulated time that follows the real clock, {@link DemoTime#SPEED} times as fast.
 *
 * <p>On a machine that cannot keep up it falls behind rather than leap: a leap would look to the
 * job like a broker that was away. Not thread-safe.
 */
final class DemoClock {

    private static final long STEP_NANOS_MAX = DemoTime.TICK_REAL_MILLIS * 1_000_000;
    private static final double NANOS_A_MILLI = 1e6;

    private long nowMillis;
    private long readNanos;

    /** A clock that starts to run now. */
    DemoClock(long simulatedMillis, long nanos) {
        nowMillis = simulatedMillis;
        readNanos = nanos;
    }

    /** Moves on and tells the time. */
    long advance(long nanos) {
        long stepNanos = Math.min(nanos - readNanos, STEP_NANOS_MAX);
        readNanos = nanos;
        nowMillis += Math.round(stepNanos / NANOS_A_MILLI * DemoTime.SPEED);
        return nowMillis;
    }
}
