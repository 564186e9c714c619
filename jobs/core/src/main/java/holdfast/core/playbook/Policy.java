package holdfast.core.playbook;

/**
 * When to open an alert about an outcome, when to close it, and for whom.
 *
 * @param id 1 to 8, never reused for another meaning
 * @param name how people call it; at most 64 characters
 * @param outcomeId the outcome whose probability is watched
 * @param openAt probability at which an alert opens; below 1
 * @param closeAt probability below which it may close; above 0, below {@code openAt}
 * @param escalateAt probability at which it escalates; at least {@code openAt}; 1.0 is never
 * @param quietForMillis silence that is too short to speak of, not negative, at most 10 years
 * @param coolDownMillis after a close, how long no new alert opens; not negative, at most 10 years
 * @param expiresAfterMillis how long an alert stays open at most; positive, at most 10 years
 * @param valueGateShare the share of customers by value that may get alerts: 0.2 is the top 20 %,
 *     1.0 everyone
 */
public record Policy(
        int id,
        String name,
        int outcomeId,
        double openAt,
        double closeAt,
        double escalateAt,
        long quietForMillis,
        long coolDownMillis,
        long expiresAfterMillis,
        double valueGateShare) {
    public Policy {
        Ids.check("policy", id, Ids.POLICY_MAX);
        Ids.checkName("policy", name, Ids.NAME_CHARS_MAX);
        Ids.check("outcome", outcomeId, Ids.OUTCOME_MAX);
        boolean rising = closeAt > 0 && closeAt < openAt && openAt < 1;
        if (!(rising && openAt <= escalateAt && escalateAt <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds must keep 0 < close-at < open-at <= escalate-at <= 1:"
                            + " close-at %s, open-at %s, escalate-at %s"
                                    .formatted(closeAt, openAt, escalateAt));
        }
        if (quietForMillis < 0 || coolDownMillis < 0) {
            throw new IllegalArgumentException("quiet-for and cool-down must not be negative");
        }
        long longestMillis = Math.max(Math.max(quietForMillis, coolDownMillis), expiresAfterMillis);
        if (longestMillis > Outcome.ACTIVE_WITHIN_MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "quiet-for, cool-down and expires-after must be at most 3653d");
        }
        if (expiresAfterMillis <= 0) {
            throw new IllegalArgumentException("expires-after must be longer than nothing");
        }
        if (!(valueGateShare > 0 && valueGateShare <= 1)) {
            throw new IllegalArgumentException(
                    "value-gate must let in more than nobody and at most everyone: "
                            + valueGateShare);
        }
    }

    /** Whether alerts ever escalate. */
    public boolean escalates() {
        return escalateAt < 1;
    }

    /** Whether the customer's value does not matter. */
    public boolean isForEveryone() {
        return valueGateShare == 1;
    }
}
