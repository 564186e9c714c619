package holdfast.app.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a demo as the clock would: the process waits until the demo has stopped by
 * itself.
 */
final class Stopping implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread onInterrupt = new Thread(this::askAndWait, "holdfast-demo-stop");

    Stopping() {
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Says that everything has stopped. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException ending) {
            // The process is ending already, which is what was waited for.
        }
    }

    private void askAndWait() {
        asked.countDown();
        try {
            if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("holdfast: could not stop in time");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
