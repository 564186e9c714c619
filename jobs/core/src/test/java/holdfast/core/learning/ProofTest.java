package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.Feature;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final long DAY = TestingRows.DAY;

    private final TrainingRows rows = TestingRows.none();
    private final Question question = TestingRows.returns();

    @Test
    void holdsWhileNothingIsKnown() {
        assertThat(Proof.holds(now(0))).isTrue();
    }

    @Test
    void holdsOfAScoreThatIsAsGoodAsThePrior() {
        say(200, 0, 1f, 1f);

        assertThat(Proof.excess(now(100))).isZero();
        assertThat(Proof.holds(now(100))).isTrue();
    }

    @Test
    void failsWhenTheLearnedScoreCostMoreThanItsBudget() {
        say(200, 0, 0f, 3f);

        assertThat(Proof.holds(now(8))).isFalse();
    }

    @Test
    void knowsNothingBeforeTheHorizonHasPassed() {
        say(200, 0, 0f, 3f);

        assertThat(Proof.holds(now(7))).isTrue();
    }

    @Test
    void isNoStricterWithManyCustomersThanTheirCommonSeasonAllows() {
        say(100_000, 0, 0f, 0.02f);

        assertThat(Proof.holds(now(8))).isTrue();
    }

    @Test
    void whoWasReachedOutToIsNoWitness() {
        say(200, 0, 0f, 3f);
        for (int row = 0; row < rows.size(); row++) {
            rows.treat(row, 0);
        }

        assertThat(Proof.holds(now(8))).isTrue();
    }

    private Now now(int day) {
        return new Now(rows, question, day * DAY);
    }

    /** Everybody returns, so that a high logit is wrong. */
    private void say(int customers, int day, float prior, float served) {
        for (int customer = 0; customer < customers; customer++) {
            int row =
                    rows.add(
                            TestingRows.snapshot(customer, day * DAY, Map.of(Feature.TENURE, 1.0)));
            rows.decide(row, day * DAY + 1);
            rows.setOpinion(row, Panel.PRIOR, prior);
            rows.setOpinion(row, Panel.SERVED, served);
        }
    }
}
