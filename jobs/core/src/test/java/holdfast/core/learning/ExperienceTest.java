package holdfast.core.learning;

import static holdfast.core.learning.TestingTold.PLAYBOOK;
import static holdfast.core.learning.TestingTold.endOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.engagement.FoldRules;
import holdfast.core.features.Feature;
import holdfast.core.learning.Experience.Limits;
import holdfast.core.score.ActiveSpan;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExperienceTest {

    private static final int DAYS = 20;
    private static final long NOW = endOf(DAYS);
    private static final List<Feature> FEATURES =
            List.of(Feature.PRIOR_LOGIT, Feature.RECENCY, Feature.ACTIVITY_MEDIUM);
    private static final Question QUESTION = Question.of(PLAYBOOK.primaryOutcome());

    /** Over many populations, each of which is chosen from by the same hash. */
    @Test
    void halvingKeepsTheMeanOfLabelsAndFeatures() {
        int populations = 60;
        double[][] differences = new double[1 + FEATURES.size()][populations];
        for (int i = 0; i < populations; i++) {
            List<TrainingRecord> told = told(1_000L * i, 1_000L * i + 240, 0, DAYS);
            Experience whole = experience(new Limits(100_000, 100_000));
            Experience few = experience(new Limits(1_400, 100_000));
            told.forEach(whole::take);
            told.forEach(few::take);
            assertThat(whole.share()).isEqualTo(1);
            assertThat(few.share()).isBetween(0.125, 0.25);

            double[] means = means(whole.rows());
            double[] chosen = means(few.rows());
            for (int what = 0; what < means.length; what++) {
                differences[what][i] = chosen[what] - means[what];
            }
        }
        for (double[] difference : differences) {
            double mean = Arrays.stream(difference).average().orElseThrow();
            double spread =
                    Math.sqrt(
                            Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).sum()
                                    / (populations - 1));
            assertThat(spread).isGreaterThan(0);
            assertThat(mean).isCloseTo(0, within(3.5 * spread / Math.sqrt(populations)));
        }
    }

    @Test
    void whoeverWasDroppedStaysSo() {
        Learner learner = learner(new Limits(600, 1_000));
        told(0, 100, 0, 10).forEach(learner::take);
        assertThat(learner.extent().share()).isLessThan(1);
        Learner.Extent after = learner.extent();

        told(0, 100, 10, 12).forEach(learner::take);
        assertThat(learner.extent().customers()).isEqualTo(after.customers());
        assertThat(learner.extent().snapshots())
                .isEqualTo(after.snapshots() + 2 * after.customers());
        learner.learn(endOf(11));
        told(0, 100, 12, 13).forEach(learner::take);

        assertThat(learner.extent().customers()).isEqualTo(after.customers());
        assertThat(learner.extent().snapshots())
                .isEqualTo(after.snapshots() + 3 * after.customers());
    }

    @Test
    void tooManyCustomersAreHalvedHoweverFewTheirRows() {
        Experience experience = experience(new Limits(1_000, 200));

        told(0, 450, 0, 1).forEach(experience::take);

        assertThat(experience.share()).isLessThanOrEqualTo(0.5);
        assertThat(experience.histories().size()).isBetween(80, 200);
        assertThat(customers(experience.rows())).hasSize(experience.histories().size());
    }

    @Test
    void asMuchAsTheLimitsAllowIsKeptWhole() {
        List<TrainingRecord> told = told(0, 40, 0, 10);

        Experience full = experience(new Limits(400, 40));
        told.forEach(full::take);
        assertThat(full.share()).isEqualTo(1);
        assertThat(full.rows().size()).isEqualTo(400);

        full.take(told(41, 42, 0, 1).get(0));
        assertThat(full.share()).isLessThan(1);
    }

    /** Records come again after a restart. */
    @Test
    void whatIsToldTwiceDropsNobody() {
        Experience experience = experience(new Limits(400, 40));
        List<TrainingRecord> told = told(0, 30, 0, 10);

        told.forEach(experience::take);
        told.forEach(experience::take);

        assertThat(experience.share()).isEqualTo(1);
    }

    /** A late record must not change what a row that came again was decided by. */
    @Test
    void aSnapshotThatComesAgainIsTheOneThereWas() {
        Experience once = experience(Limits.USUAL);
        Experience again = experience(Limits.USUAL);
        TrainingRecord snapshot = told(1, 2, 0, 1).get(0);
        TrainingRecord returned = TrainingRecord.decided(1, 1, endOf(3));
        List.of(snapshot, returned).forEach(once::take);
        List.of(snapshot, returned, snapshot, TrainingRecord.decided(1, 1, endOf(2)))
                .forEach(again::take);
        once.arrange(NOW);
        again.arrange(NOW);

        assertThat(again.rows().size()).isEqualTo(1);
        assertThat(again.rows().decidedMillis(0))
                .isEqualTo(once.rows().decidedMillis(0))
                .isEqualTo(endOf(3));
    }

    /** Calls are often entered at the end of the day, when some of those called are back. */
    @Test
    void outreachThatIsHeardOfAfterTheReturnCountsAllTheSame() {
        Experience experience = experience(Limits.USUAL);
        told(1, 2, 0, 1).forEach(experience::take);
        experience.take(TrainingRecord.decided(1, 1, endOf(3)));
        experience.arrange(endOf(3));

        experience.take(TrainingRecord.treated(1, endOf(3)));
        assertThat(experience.rows().isReached(0)).isFalse();
        experience.take(TrainingRecord.treated(1, endOf(2)));

        assertThat(experience.rows().isReached(0)).isTrue();
        assertThat(experience.rows().treatedMillis(0)).isEqualTo(endOf(2));
        assertThat(experience.rows().decidedMillis(0)).isEqualTo(endOf(3));
    }

    /** They would go at the next lesson anyway, but half of the customers with them. */
    @Test
    void snapshotsTooOldToLearnFromCrowdNobodyOut() {
        Experience experience = experience(new Limits(400, 40));
        experience.arrange(endOf(365));
        for (int day = 0; day < 30; day++) {
            told(0, 40, day, day + 1).forEach(experience::take);
        }

        assertThat(experience.share()).isEqualTo(1);
        assertThat(experience.rows().size()).isZero();
        assertThat(experience.histories().size()).isEqualTo(40);
    }

    /** The log of former times is read when lessons have been held already. */
    @Test
    void aLessonDoesNotCloseWhatFormerTimesAreStillToldOf() {
        Experience experience = experience(Limits.USUAL);
        experience.take(told(1, 2, 0, 1).get(0));
        experience.arrange(endOf(Question.SLICES + 1));

        experience.take(TrainingRecord.decided(1, 1, endOf(2)));

        assertThat(experience.rows().decidedMillis(0)).isEqualTo(endOf(2));
    }

    /** To arrange the rows for each erasure takes minutes. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tensOfThousandsAreErasedInNoTime() {
        int customers = 30_000;
        Experience experience = experience(Limits.USUAL);
        told(0, customers + 1, 0, 2).forEach(experience::take);

        LongStream.range(0, customers)
                .forEach(customer -> experience.take(TrainingRecord.erased(customer, NOW)));

        assertThat(customers(experience.rows())).containsExactly((long) customers);
        assertThat(experience.histories().size()).isEqualTo(1);
    }

    /** To arrange the rows whenever a few came again would take hours. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongLogThatComesAgainIsReadInNoTimeAlsoNearTheLimit() {
        int customers = 30_000;
        Experience experience = experience(new Limits(2 * customers + 5, customers));
        List<TrainingRecord> told = told(0, customers, 0, 2);

        told.forEach(experience::take);
        told.forEach(experience::take);

        assertThat(experience.rows().size()).isBetween(2 * customers, 2 * customers + 5);
        experience.arrange(NOW);
        assertThat(experience.rows().size()).isEqualTo(2 * customers);
        assertThat(experience.share()).isEqualTo(1);
    }

    @Test
    void whoComesBackAfterAnErasureIsSomebodyNew() {
        Experience experience = experience(Limits.USUAL);
        told(1, 3, 0, 5).forEach(experience::take);
        experience.take(TrainingRecord.erased(1, endOf(5)));
        told(1, 2, 6, 8).forEach(experience::take);

        TrainingRows rows = experience.rows();

        assertThat(rows.size()).isEqualTo(5 + 2);
        for (int row = 0; row < rows.size(); row++) {
            boolean isNew = rows.timeMillis(row) > endOf(5);
            assertThat(rows.customerKey(row)).isEqualTo(isNew ? 1 : 2);
        }
        assertThat(experience.histories().size()).isEqualTo(2);
    }

    static Experience experience(Limits limits) {
        ActiveSpan span = new ActiveSpan(FoldRules.of(PLAYBOOK).days());
        return new Experience(
                QUESTION, new TrainingRows(TestingTold.LAYOUT), new Histories(span), limits);
    }

    static Learner learner(Limits limits) {
        return new Learner(PLAYBOOK.primaryOutcome(), PLAYBOOK, limits);
    }

    /** The records of some customers, in the order of time. */
    static List<TrainingRecord> told(long from, long to, int fromDay, int toDay) {
        List<TrainingRecord> told = new ArrayList<>();
        for (long customer = from; customer < to; customer++) {
            told.addAll(new TestingTold(customer, false).told(customer, fromDay, toDay));
        }
        told.sort(Comparator.comparingLong(TrainingRecord::atMillis));
        return told;
    }

    static Set<Long> customers(TrainingRows rows) {
        Set<Long> customers = new HashSet<>();
        IntStream.range(0, rows.size()).forEach(row -> customers.add(rows.customerKey(row)));
        return customers;
    }

    private static double[] means(TrainingRows rows) {
        double[] sums = new double[1 + FEATURES.size()];
        int mature = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (QUESTION.isMature(rows, row, NOW)) {
                mature++;
                sums[0] += QUESTION.label(rows, row);
                for (int i = 0; i < FEATURES.size(); i++) {
                    sums[1 + i] += rows.feature(row, FEATURES.get(i).position());
                }
            }
        }
        int count = mature;
        return Arrays.stream(sums).map(sum -> sum / count).toArray();
    }
}
