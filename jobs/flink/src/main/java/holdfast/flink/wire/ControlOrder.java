package holdfast.flink.wire;

/**
 * One checked order of the control topic.
 *
 * @param action what to do
 * @param customerId the customer; empty means everybody, in PAUSE and RESUME only
 * @param timeMillis when it was ordered, UTC
 * @param untilMillis when SUPPRESS or PAUSE ends by itself, UTC; {@link #NEVER} without an end
 * @param messageHash hash of the message id; 0 means none
 */
public record ControlOrder(
        ControlAction action,
        String customerId,
        long timeMillis,
        long untilMillis,
        long messageHash) {

    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;
}
