package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.HORIZON;
import static holdfast.core.learning.TestingTold.endOf;
import static holdfast.core.training.TrainingRecord.Kind.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.evaluation.Figures;
import holdfast.core.evaluation.ScoredCustomers;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureFamily;
import holdfast.core.score.LinearWeights;
import holdfast.core.training.TrainingRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static final int CUSTOMERS = 400;
    private static final int LAST_DAY = 31;
    private static final long NOW = endOf(LAST_DAY);

    @Test
    void thePriorServesWhileThereIsTooLittleToLearnFrom() {
        Learner learner = TestingTold.learner();
        tell(learner, 0, CUSTOMERS, 4);

        Lesson lesson = learner.learn(endOf(3));

        assertThat(lesson.linear()).isEmpty();
        assertThat(lesson.shares()).containsExactly(1.0);
    }

    @Test
    void learnsWhoComesBack() {
        LinearWeights linear = learned(false);

        ScoredCustomers scored = scored(linear, false);

        assertThat(Figures.of(scored).rocAuc()).isGreaterThan(0.7);
        assertThat(meanScore(scored))
                .isCloseTo((double) scored.churnedCount() / CUSTOMERS, within(0.06));
    }

    @Test
    void findsNothingWhereThePastSaysNothingOfTheFuture() {
        ScoredCustomers scored = scored(learned(true), true);

        assertThat(Figures.of(scored).rocAuc()).isCloseTo(0.5, within(0.09));
    }

    @Test
    void longerSilenceNeverLowersTheRiskByItself() {
        for (boolean newSelves : List.of(false, true)) {
            LinearWeights linear = learned(newSelves);
            for (Feature feature : Feature.values()) {
                if (feature.family() == FeatureFamily.SILENCE) {
                    double weight = linear.features().get(feature.position()).weight();
                    assertThat(weight).isGreaterThanOrEqualTo(0);
                }
            }
        }
    }

    @Test
    void whoIsErasedLeavesNoTrace() {
        Learner learner = TestingTold.learner();
        tell(learner, 0, CUSTOMERS + 50, LAST_DAY + 1);
        for (long customer = CUSTOMERS; customer < CUSTOMERS + 50; customer++) {
            learner.take(TrainingRecord.erased(customer, NOW));
        }
        Learner without = TestingTold.learner();
        tell(without, 0, CUSTOMERS, LAST_DAY + 1);

        assertThat(learner.learn(NOW)).isEqualTo(without.learn(NOW));
    }

    @Test
    void whatCameAfterOutreachTeachesNextToNothing() {
        double afterOutreach = difference(learnedBeside(true, true), learnedBeside(true, false));
        double byThemselves = difference(learnedBeside(false, true), learnedBeside(false, false));

        assertThat(afterOutreach).isLessThan(0.02);
        assertThat(byThemselves).isGreaterThan(0.1);
    }

    /**
     * Beside the customers there are others, of whom the visits are told or none at all, and who
     * were reached out to right after each snapshot or not at all.
     */
    private static Expert learnedBeside(boolean reached, boolean visitsTold) {
        Learner learner = TestingTold.learner();
        tell(learner, 0, CUSTOMERS, LAST_DAY + 1);
        for (long customer = CUSTOMERS; customer < 2 * CUSTOMERS; customer++) {
            TestingTold told = new TestingTold(customer, false);
            for (TrainingRecord record : told.told(customer, 0, LAST_DAY + 1)) {
                if (visitsTold || record.kind() == SNAPSHOT) {
                    learner.take(record);
                }
                if (reached) {
                    learner.take(TrainingRecord.treated(customer, record.atMillis() + 1));
                }
            }
        }
        return new LinearExpert(learner.learn(NOW).linear().orElseThrow());
    }

    /** How far apart the risks are, in the mean over the customers. */
    private static double difference(Expert one, Expert other) {
        double sum = 0;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double[] features = new TestingTold(customer, false).snapshot(LAST_DAY).features();
            double risk = Logit.inverse(one.logit(features));
            sum += Math.abs(risk - Logit.inverse(other.logit(features)));
        }
        return sum / CUSTOMERS;
    }

    @Test
    void keepsWhatItLearnedWhileNobodyIsSeen() {
        Learner learner = TestingTold.learner();
        tell(learner, 0, CUSTOMERS, LAST_DAY + 1);
        Lesson before = learner.learn(NOW);
        learner.take(TrainingRecord.erased(1, NOW + HORIZON));

        Lesson after = learner.learn(NOW + HORIZON);

        assertThat(after.linear()).isPresent().isEqualTo(before.linear());
    }

    @Test
    void anotherOutcomesRecordsAreNoneOfItsBusiness() {
        Learner learner = TestingTold.learner();
        tell(learner, 0, CUSTOMERS, LAST_DAY + 1);
        learner.take(TrainingRecord.decided(1, 2, NOW - 1));
        Learner without = TestingTold.learner();
        tell(without, 0, CUSTOMERS, LAST_DAY + 1);

        assertThat(learner.learn(NOW)).isEqualTo(without.learn(NOW));
    }

    private static LinearWeights learned(boolean newSelves) {
        Learner learner = TestingTold.learner();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            new TestingTold(customer, newSelves)
                    .told(customer, 0, LAST_DAY + 1)
                    .forEach(learner::take);
        }
        return learner.learn(NOW).linear().orElseThrow();
    }

    private static ScoredCustomers scored(LinearWeights linear, boolean newSelves) {
        LinearExpert expert = new LinearExpert(linear);
        boolean[] lost = new boolean[CUSTOMERS];
        double[] scores = new double[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            TestingTold told = new TestingTold(customer, newSelves);
            lost[customer] = told.isLost(LAST_DAY);
            scores[customer] = Logit.inverse(expert.logit(told.snapshot(LAST_DAY).features()));
        }
        return new ScoredCustomers(lost, scores, new double[CUSTOMERS]);
    }

    private static double meanScore(ScoredCustomers scored) {
        double sum = 0;
        for (double score : scored.scores()) {
            sum += score;
        }
        return sum / scored.size();
    }

    private static void tell(Learner learner, long from, long to, int days) {
        for (long customer = from; customer < to; customer++) {
            new TestingTold(customer, false).told(customer, 0, days).forEach(learner::take);
        }
    }
}
