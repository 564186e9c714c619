package holdfast.core.score;

import holdfast.core.customer.CustomerView;
import holdfast.core.playbook.Outcome;

/**
 * Finds the instant at which a customer's score for an outcome reaches a threshold in silence.
 *
 * <p>For a scorer that rises in silence: the first whole second at which the score is at or above
 * the threshold. For any other: the same, found on a grid of {@link #STEPS_PER_HORIZON} points a
 * horizon, counted from the start of the search; a rise and fall between two points goes unseen. At
 * most one evaluation a grid point and 34 more for the refinement.
 */
public record Crossing(Scorer scorer, Outcome outcome) {

    /** Grid points a horizon. */
    public static final int STEPS_PER_HORIZON = 64;

    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long SECOND = 1_000;

    /**
     * The first whole second in [from, until] at which the score is at or above the threshold, or
     * {@link #NEVER}.
     */
    public long firstAtOrAbove(
            CustomerView customer, double threshold, long fromMillis, long untilMillis) {
        long from = -Math.floorDiv(-fromMillis, SECOND);
        long until = Math.floorDiv(untilMillis, SECOND);
        if (from > until) {
            return NEVER;
        }
        if (isReached(customer, threshold, from)) {
            return from * SECOND;
        }
        long step = scorer.risesInSilence() ? until - from : gridStepSeconds();
        long below = from;
        while (below < until) {
            long next = Math.min(until, below + step);
            if (isReached(customer, threshold, next)) {
                return refined(customer, threshold, below, next) * SECOND;
            }
            below = next;
        }
        return NEVER;
    }

    /** Halves a bracket until its ends are neighbouring seconds. */
    private long refined(
            CustomerView customer, double threshold, long belowSeconds, long reachedSeconds) {
        long below = belowSeconds;
        long reached = reachedSeconds;
        while (reached - below > 1) {
            long middle = (below + reached) >>> 1;
            if (isReached(customer, threshold, middle)) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return reached;
    }

    private boolean isReached(CustomerView customer, double threshold, long seconds) {
        return scorer.probability(customer, outcome, seconds * SECOND) >= threshold;
    }

    private long gridStepSeconds() {
        return Math.max(1, outcome.horizonMillis() / STEPS_PER_HORIZON / SECOND);
    }
}
