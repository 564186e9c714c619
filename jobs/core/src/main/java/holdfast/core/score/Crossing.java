package holdfast.core.score;

import holdfast.core.customer.CustomerView;
import holdfast.core.playbook.Outcome;

/**
 * Finds the instant at which a customer's score for an outcome reaches a threshold in silence.
 *
 * <p>For a scorer that rises in silence: the first whole second at which the score is at or above
 * the threshold. For any other: the same, found on a grid of {@link #STEPS_PER_HORIZON} points a
 * horizon, counted from the start of the search; a rise and fall between two points goes unseen. At
 * most one evaluation a grid point and 70 more for the refinement.
 */
public record Crossing(Scorer scorer, Outcome outcome) {

    /** Grid points a horizon. */
    public static final int STEPS_PER_HORIZON = 64;

    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long SECOND = 1_000;
    private static final double PUSH = 0.2;

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

    /*
     * ITP: interpolate between the ends, truncate (push the guess towards the middle, so that both
     * ends close in), project (keep near enough to the middle that halving would have been as good).
     * I. F. D. Oliveira, R. H. C. Takahashi, An Enhancement of the Bisection Method Average
     * Performance Preserving Minmax Optimality, ACM TOMS 47(1), 2020. A smooth score takes a third
     * of halving's evaluations. Rounding to seconds may void the projection's promise, so that after
     * as many steps as halving needs it halves.
     */
    private long refined(
            CustomerView customer, double threshold, long belowSeconds, long reachedSeconds) {
        long below = belowSeconds;
        long reached = reachedSeconds;
        double lack = excess(customer, threshold, below);
        double excess = excess(customer, threshold, reached);
        double push = PUSH / (reached - below);
        int stepsLeft = Long.SIZE - Long.numberOfLeadingZeros(reached - below);
        while (reached - below > 1) {
            long at = guess(below, reached, lack / (lack - excess), push, stepsLeft--);
            double found = excess(customer, threshold, at);
            if (found >= 0) {
                reached = at;
                excess = found;
            } else {
                below = at;
                lack = found;
            }
        }
        return reached;
    }

    /** A second strictly between the ends, near the given share of the way. */
    private static long guess(long below, long reached, double share, double push, int stepsLeft) {
        double width = (double) reached - below;
        double fromMiddle = width * (share - 0.5);
        double pushed =
                Math.copySign(Math.max(0, Math.abs(fromMiddle) - push * width * width), fromMiddle);
        double slack = stepsLeft <= 0 ? 0 : Math.max(0, Math.scalb(1.0, stepsLeft) - width) / 2;
        double kept = Math.max(-slack, Math.min(slack, pushed));
        long at = below + Math.round(width / 2 + kept);
        return Math.max(below + 1, Math.min(reached - 1, at));
    }

    private boolean isReached(CustomerView customer, double threshold, long seconds) {
        return excess(customer, threshold, seconds) >= 0;
    }

    private double excess(CustomerView customer, double threshold, long seconds) {
        return scorer.probability(customer, outcome, seconds * SECOND) - threshold;
    }

    private long gridStepSeconds() {
        return Math.max(1, outcome.horizonMillis() / STEPS_PER_HORIZON / SECOND);
    }
}
