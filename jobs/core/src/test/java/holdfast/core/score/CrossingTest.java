package holdfast.core.score;

import static holdfast.core.engine.TestingShop.LAPSE;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.customer.CustomerState;
import org.junit.jupiter.api.Test;

/** A grid step of the 40-day horizon is 54,000 seconds. */
class CrossingTest {

    private static final long STEP = 54_000;

    private final CustomerState customer = new CustomerState("c-1");

    @Test
    void isTheStartWhenTheScoreIsThereAlready() {
        TestingScorer scorer = new TestingScorer(true, seconds -> 0.7);

        assertThat(crossing(scorer).firstAtOrAbove(customer, 0.7, 5_001, 90_000)).isEqualTo(6_000);
    }

    @Test
    void isTheLastInstantWhenOnlyThatReachesTheThreshold() {
        TestingScorer scorer = new TestingScorer(true, seconds -> seconds >= 90 ? 1 : 0);

        assertThat(crossing(scorer).firstAtOrAbove(customer, 0.5, 0, 90_999)).isEqualTo(90_000);
        assertThat(crossing(scorer).firstAtOrAbove(customer, 0.5, 0, 89_999))
                .isEqualTo(Crossing.NEVER);
    }

    @Test
    void neverComesBeforeTheSearchBegins() {
        TestingScorer scorer = new TestingScorer(true, seconds -> 1);

        assertThat(crossing(scorer).firstAtOrAbove(customer, 0.5, 2_000, 1_000))
                .isEqualTo(Crossing.NEVER);
        assertThat(crossing(scorer).firstAtOrAbove(customer, 0.5, 1_001, 1_999))
                .isEqualTo(Crossing.NEVER);
    }

    @Test
    void findsAHumpThatCoversAGridPoint() {
        TestingScorer hump =
                new TestingScorer(
                        false, seconds -> seconds > 2.5 * STEP && seconds < 3.5 * STEP ? 1 : 0);

        assertThat(crossing(hump).firstAtOrAbove(customer, 0.5, 0, 100 * STEP * 1_000))
                .isEqualTo((5 * STEP / 2 + 1) * 1_000);
    }

    @Test
    void overlooksAHumpBetweenGridPoints() {
        TestingScorer hump =
                new TestingScorer(
                        false, seconds -> seconds > 2.2 * STEP && seconds < 2.8 * STEP ? 1 : 0);

        assertThat(crossing(hump).firstAtOrAbove(customer, 0.5, 0, 100 * STEP * 1_000))
                .isEqualTo(Crossing.NEVER);
    }

    @Test
    void asksOnceAGridPointAndAFewTimesMore() {
        TestingScorer flat = new TestingScorer(false, seconds -> 0);
        crossing(flat).firstAtOrAbove(customer, 0.5, 0, 192 * STEP * 1_000);

        assertThat(flat.asked).isEqualTo(193);

        TestingScorer late = new TestingScorer(false, seconds -> seconds > 191.5 * STEP ? 1 : 0);
        crossing(late).firstAtOrAbove(customer, 0.5, 0, 192 * STEP * 1_000);

        assertThat(late.asked).isLessThanOrEqualTo(193 + 34);
    }

    private static Crossing crossing(Scorer scorer) {
        return new Crossing(scorer, LAPSE);
    }
}
