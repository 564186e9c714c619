package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.score.LinearWeights;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Customers whose deciding event comes at a constant hazard that one feature tells. */
class ExpertsTest {

    private static final int DAYS = 32;
    private static final int CUSTOMERS_A_DAY = 400;
    private static final double SLOW_A_DAY = 0.03;
    private static final double FAST_A_DAY = 0.15;

    private final TrainingRows rows = TestingRows.none();
    private final long nowMillis = DAYS * DAY;

    @Test
    void bothFindTheRiskOfNotComingBack() {
        tell(1);
        Question question = TestingRows.returns();

        for (Expert expert : experts(question)) {
            assertThat(Logit.inverse(expert.logit(features(0))))
                    .isCloseTo(Math.exp(-8 * SLOW_A_DAY), within(0.06));
            assertThat(Logit.inverse(expert.logit(features(1))))
                    .isCloseTo(Math.exp(-8 * FAST_A_DAY), within(0.06));
        }
    }

    @Test
    void bothFindTheRiskOfACancel() {
        tell(1);
        Question question = TestingRows.cancels();

        for (Expert expert : experts(question)) {
            assertThat(Logit.inverse(expert.logit(features(0))))
                    .isCloseTo(1 - Math.exp(-8 * SLOW_A_DAY), within(0.06));
            assertThat(Logit.inverse(expert.logit(features(1))))
                    .isCloseTo(1 - Math.exp(-8 * FAST_A_DAY), within(0.06));
        }
    }

    @Test
    void theLevelMovesTowardsWhatTheNewestSlicesSayAndOnlyPartOfTheWay() {
        tell(3);
        Question question = TestingRows.returns();
        HazardExpert expert = HazardExpert.fit(rows, question, nowMillis).orElseThrow();

        double shift = QuickLevel.shift(expert, rows, question, nowMillis);

        assertThat(shift).isBetween(0.02, Math.log(3));
        assertThat(expert.shifted(shift).logit(features(0))).isLessThan(expert.logit(features(0)));
    }

    @Test
    void theLevelStaysWhereNothingHasMoved() {
        tell(1);
        Question question = TestingRows.returns();
        HazardExpert expert = HazardExpert.fit(rows, question, nowMillis).orElseThrow();

        assertThat(QuickLevel.shift(expert, rows, question, nowMillis)).isBetween(-0.1, 0.1);
    }

    @Test
    void whatIsTaughtSaysNearlyWhatThePanelSays() {
        tell(1);
        Question question = TestingRows.returns();
        Panel panel = Panel.fit(rows, question, nowMillis, new TrackRecord(rows, question));
        LinearExpert taught = new LinearExpert(taught(panel, question));

        for (int kind = 0; kind < 2; kind++) {
            assertThat(Logit.inverse(taught.logit(features(kind))))
                    .isCloseTo(Logit.inverse(panel.logit(features(kind))), within(0.02));
        }
    }

    @Test
    void whatIsTaughtLetsNoSilenceLowerTheRiskEvenWhereItHasSoFar() {
        for (Feature silence : List.of(Feature.RECENCY, Feature.RELATIVE_RECENCY)) {
            rows.arrange(row -> false);
            tell(1, silence);
            Question question = TestingRows.returns();
            Panel panel = Panel.fit(rows, question, nowMillis, new TrackRecord(rows, question));

            LinearWeights taught = taught(panel, question);

            assertThat(panel.logit(features(silence, 1)))
                    .isLessThan(panel.logit(features(silence, 0)) - 1);
            assertThat(taught.features().get(silence.position()).weight()).isZero();
        }
    }

    @Test
    void theHazardsAreThoseOfNatureWhereEverybodyIsCalledSomeTime() {
        tell(1);
        Random calls = new Random(13);
        for (int row = 0; row < rows.size(); row++) {
            long afterMillis = (long) (Question.SLICES * DAY * calls.nextDouble());
            rows.treat(row, rows.timeMillis(row) + afterMillis);
        }

        Expert expert = HazardExpert.fit(rows, TestingRows.returns(), nowMillis).orElseThrow();

        assertThat(Logit.inverse(expert.logit(features(0))))
                .isCloseTo(Math.exp(-8 * SLOW_A_DAY), within(0.06));
        assertThat(Logit.inverse(expert.logit(features(1))))
                .isCloseTo(Math.exp(-8 * FAST_A_DAY), within(0.06));
    }

    private LinearWeights taught(Panel panel, Question question) {
        return Teaching.teach(panel, new Now(rows, question, nowMillis)).orElseThrow();
    }

    private Expert[] experts(Question question) {
        return new Expert[] {
            HorizonExpert.fit(rows, question, nowMillis).orElseThrow(),
            HazardExpert.fit(rows, question, nowMillis).orElseThrow()
        };
    }

    /** Snapshots of new customers each day, whose event is known if it came by now. */
    private void tell(double fasterOfLate) {
        tell(fasterOfLate, Feature.DAY_RATE);
    }

    private void tell(double fasterOfLate, Feature teller) {
        Random random = new Random(11);
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < CUSTOMERS_A_DAY; i++) {
                int kind = random.nextInt(2);
                long customer = (long) day * CUSTOMERS_A_DAY + i;
                Map<Feature, Double> told = Map.of(teller, (double) kind);
                int row = rows.add(TestingRows.snapshot(customer, day * DAY, told));
                double decided = decided(day, kind, fasterOfLate, random);
                if (decided < DAYS) {
                    rows.decide(row, (long) (decided * DAY));
                }
            }
        }
    }

    private static double decided(int day, int kind, double fasterOfLate, Random random) {
        double rate = kind == 0 ? SLOW_A_DAY : FAST_A_DAY;
        double left = -Math.log(1 - random.nextDouble());
        double untilFaster = Math.max(0, DAYS - 1.0 - day);
        if (left <= rate * untilFaster) {
            return day + left / rate;
        }
        return day + untilFaster + (left - rate * untilFaster) / (rate * fasterOfLate);
    }

    private static double[] features(int kind) {
        return features(Feature.DAY_RATE, kind);
    }

    private static double[] features(Feature teller, int kind) {
        double[] features = new double[FeatureCatalogue.size()];
        features[teller.position()] = kind;
        return features;
    }
}
