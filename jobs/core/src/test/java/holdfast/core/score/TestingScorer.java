package holdfast.core.score;

import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerView;
import holdfast.core.playbook.Outcome;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** A probability that is any function of time, and counts how often it is asked. */
final class TestingScorer implements Scorer {

    int asked;

    private final LongToDoubleFunction ofSeconds;
    private final boolean rises;

    TestingScorer(boolean rises, LongToDoubleFunction ofSeconds) {
        this.rises = rises;
        this.ofSeconds = ofSeconds;
    }

    @Override
    public double probability(CustomerView customer, Outcome outcome, long nowMillis) {
        asked++;
        return ofSeconds.applyAsDouble(Math.floorDiv(nowMillis, 1_000));
    }

    @Override
    public double priorProbability(CustomerView customer, Outcome outcome, long nowMillis) {
        return probability(customer, outcome, nowMillis);
    }

    @Override
    public double probabilityIfActive(CustomerView customer, Outcome outcome, long nowMillis) {
        return 0;
    }

    @Override
    public boolean risesInSilence() {
        return rises;
    }

    @Override
    public boolean reactsToOtherEvents() {
        return false;
    }

    @Override
    public List<Reason> explain(CustomerView customer, Outcome outcome, long nowMillis) {
        return List.of();
    }
}
