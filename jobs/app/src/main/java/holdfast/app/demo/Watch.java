package holdfast.app.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Shows the job's figures a few times a second, in a thread of its own. */
final class Watch implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;
    private static final double NANOS_A_SECOND = 1e9;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong simulatedMillis = new AtomicLong(DemoTime.LIVE_FROM_MILLIS);
    private final JobMetrics metrics;
    private final Display display;
    private final ScheduledFuture<?> looking;
    private long settled;
    private long lookedNanos;

    private Watch(JobMetrics metrics, Display display) {
        this.metrics = metrics;
        this.display = display;
        settled = metrics.read().settled();
        lookedNanos = System.nanoTime();
        looking =
                thread.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins to look. */
    static Watch start(JobMetrics metrics, Display display) {
        return new Watch(metrics, display);
    }

    /** Whether it has stopped looking because it could not go on. */
    boolean hasFailed() {
        return looking.isDone();
    }

    /** Says what time it is in the shop. */
    void at(long millis) {
        simulatedMillis.set(millis);
    }

    @Override
    public void close() throws Exception {
        looking.cancel(false);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.SECONDS);
    }

    private void look() {
        JobFigures figures = metrics.read();
        long nanos = System.nanoTime();
        double seconds = (nanos - lookedNanos) / NANOS_A_SECOND;
        double eventsPerSecond = (figures.settled() - settled) / seconds;
        settled = figures.settled();
        lookedNanos = nanos;
        display.progress(
                new Progress(DemoTime.day(simulatedMillis.get()), eventsPerSecond, figures));
    }
}
