package holdfast.app.replay;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Holds a replay back to its speed. Not thread-safe. */
final class Pacer {

    private static final double NANOS_OF_MILLI = 1e6;

    private final Speed speed;
    private final long firstMillis;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param firstMillis the event time that is now
     * @param nanos a clock that counts nanoseconds
     */
    Pacer(Speed speed, long firstMillis, LongSupplier nanos) {
        this.speed = speed;
        this.firstMillis = firstMillis;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** Waits until an event time has come. */
    void await(long timeMillis) {
        if (speed.unlimited()) {
            return;
        }
        long remaining = remainingNanos(timeMillis);
        while (remaining > 0) {
            LockSupport.parkNanos(remaining);
            remaining = remainingNanos(timeMillis);
        }
    }

    /** How long until an event time comes; not above 0 once it has. */
    long remainingNanos(long timeMillis) {
        double due = (timeMillis - firstMillis) * NANOS_OF_MILLI / speed.factor();
        return (long) due - (nanos.getAsLong() - startNanos);
    }
}
