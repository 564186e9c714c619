package holdfast.flink.operator;

import java.util.function.LongSupplier;

/**
 * How far something that comes with time is behind the wall clock, at the instant of asking: it
 * grows while nothing comes, and also if nothing ever came. Thread-safe if its parts are.
 *
 * @param sinceMillis from when on to count while nothing has come
 * @param reachedMillis how far it has come; {@link Long#MIN_VALUE} before anything, {@link
 *     Long#MAX_VALUE} at the end of a bounded run, which is behind nothing
 */
public record Lag(LongSupplier wallClock, long sinceMillis, LongSupplier reachedMillis) {

    private static final double MILLIS_A_SECOND = 1e3;

    /** A lag that counts from now while nothing has come. */
    public static Lag since(LongSupplier wallClock, LongSupplier reachedMillis) {
        return new Lag(wallClock, wallClock.getAsLong(), reachedMillis);
    }

    /** The lag in seconds; not a number where there is none. */
    public double seconds() {
        long reached = reachedMillis.getAsLong();
        if (reached == Long.MAX_VALUE) {
            return Double.NaN;
        }
        long fromMillis = reached == Long.MIN_VALUE ? sinceMillis : reached;
        return (wallClock.getAsLong() - fromMillis) / MILLIS_A_SECOND;
    }
}
