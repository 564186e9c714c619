package holdfast.core.alert;

import holdfast.core.bytes.Hashes;

/**
 * The name of an alert: a hash of customer, policy, trigger and anchor, so that whoever computes it
 * from the same facts gets the same name.
 *
 * <p>128 bits in 32 lower-case hexadecimal digits.
 */
public final class AlertId {

    private static final long SECOND_SEED = 0x484F4C4446415354L;

    private AlertId() {}

    /**
     * The id of an alert.
     *
     * @param anchor the last activity's time in milliseconds (silence), the event's hash (event),
     *     or a hash of the clock and its opening (clock)
     */
    public static String of(String customerId, int policyId, AlertTrigger trigger, long anchor) {
        long first = digest(Hashes.hash64(customerId), policyId, trigger, anchor);
        long second = digest(Hashes.hash64(customerId, SECOND_SEED), policyId, trigger, anchor);
        return hex(first) + hex(second);
    }

    private static long digest(long hash, int policyId, AlertTrigger trigger, long anchor) {
        return Hashes.join(Hashes.join(Hashes.join(hash, policyId), trigger.code()), anchor);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
