package holdfast.core.alert;

import holdfast.core.playbook.RiskBand;
import java.util.List;

/**
 * The latest score of a customer, with what it is made of and what comes next.
 *
 * <p>The first outcome is the primary one. Times are milliseconds since the epoch, UTC. Immutable.
 */
public record ScoreReport(
        String customerId,
        long asOfMillis,
        String playbook,
        int playbookVersion,
        String modelVersion,
        Worth worth,
        List<OutcomeScore> outcomes,
        List<PolicyReview> policies) {

    /** Stands for an instant that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    public ScoreReport {
        outcomes = List.copyOf(outcomes);
        policies = List.copyOf(policies);
    }

    /**
     * The score for one outcome.
     *
     * @param crossesAtMillis when silence alone will lift the score into the next band, or {@link
     *     #NEVER}
     * @param nextBand the band it will then be in; the present one if it never crosses
     */
    public record OutcomeScore(
            String outcome,
            double probability,
            RiskBand band,
            long crossesAtMillis,
            RiskBand nextBand,
            List<Reason> reasons) {

        public OutcomeScore {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * How one policy sees the customer.
     *
     * @param state WATCHING, OPEN, HELD, SPENT (the alert for this silence has already closed) or
     *     OUT_OF_SCOPE
     * @param next what comes next if the customer stays silent, in words
     * @param nextAtMillis when, or {@link #NEVER}
     */
    public record PolicyReview(
            int policyId,
            String policy,
            State state,
            double threshold,
            List<Gate> gates,
            String next,
            long nextAtMillis) {

        public PolicyReview {
            gates = List.copyOf(gates);
        }
    }

    /** How a policy stands to a customer. */
    public enum State {
        WATCHING,
        OPEN,
        HELD,
        SPENT,
        OUT_OF_SCOPE
    }

    /** One condition of a policy, whether it is met, and the figures that say why. */
    public record Gate(String name, boolean passed, String evidence) {}
}
