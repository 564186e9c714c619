package holdfast.core.score;

import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerView;
import holdfast.core.playbook.Outcome;
import java.util.List;

/**
 * The probability that a customer is lost: that an outcome happens within its horizon.
 *
 * <p>A deterministic function of its arguments. The customer must have a rhythm for the outcome. A
 * scorer may hold scratch memory: one instance serves one thread.
 */
public interface Scorer {

    /**
     * The probability at the given instant, in [0, 1], if nothing happened since the last event.
     */
    double probability(CustomerView customer, Outcome outcome, long nowMillis);

    /** What the prior alone says, which is a feature of a learned score. */
    double priorProbability(CustomerView customer, Outcome outcome, long nowMillis);

    /** What the probability would be if the customer were active at the given instant. */
    double probabilityIfActive(CustomerView customer, Outcome outcome, long nowMillis);

    /**
     * Whether silence never lowers the probability, so that a crossing can be found by bisection.
     */
    boolean risesInSilence();

    /** Whether an event that is no activity of the outcome can move the probability. */
    boolean reactsToOtherEvents();

    /** The parts that the probability, or its logit, is the sum of. */
    List<Reason> explain(CustomerView customer, Outcome outcome, long nowMillis);
}
