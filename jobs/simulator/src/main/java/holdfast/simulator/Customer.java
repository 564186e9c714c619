package holdfast.simulator;

/**
 * What is true about a simulated customer and hidden from whoever watches only the events.
 *
 * @param customerId as in the events
 * @param joinedMillis first instant in the shop
 * @param visitsPerDay mean daily visits while there
 * @param orderShare share of the visits that order, before abandoned baskets
 * @param medianOrderMinor middle order, minor units
 * @param leftMillis instant of departure; nothing happens after it before a return
 * @param returnedMillis instant of the one return, or {@link #NEVER}
 * @param leftAgainMillis instant of the departure after the return, or {@link #NEVER}
 */
public record Customer(
        String customerId,
        long joinedMillis,
        double visitsPerDay,
        double orderShare,
        long medianOrderMinor,
        long leftMillis,
        long returnedMillis,
        long leftAgainMillis) {
    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    public boolean returns() {
        return returnedMillis != NEVER;
    }

    /** Whether the customer is in the shop's reach at that instant, visiting or not. */
    public boolean isThere(long millis) {
        boolean first = joinedMillis <= millis && millis <= leftMillis;
        return first || (returnedMillis <= millis && millis <= leftAgainMillis);
    }
}
