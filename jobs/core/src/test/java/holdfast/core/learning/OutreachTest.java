package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.features.Feature;
import holdfast.core.training.TrainingRecord;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** What is learned where people are called, beside what would have been if nobody had been. */
class OutreachTest {

    private static final int CUSTOMERS = 1500;
    private static final int HELD_OUT_ONE_IN = 5;
    private static final long NOW = TestingTold.endOf(TestingReach.DAYS - 1);

    private final Expert nature = learned(customer -> new TestingReach(customer, false, 0));

    @Test
    void callsThatChangeNothingChangeNothing() {
        Expert learned = learned(customer -> new TestingReach(customer, isCalled(customer), 0));

        assertSaysWhatNatureDoes(learned, 0.03);
    }

    @Test
    void callsThatBringHalfBackDoNotMakeTheSilentLookFaithful() {
        Expert learned = learned(customer -> new TestingReach(customer, isCalled(customer), 0.5));

        assertSaysWhatNatureDoes(learned, 0.05);
    }

    @Test
    void whereNobodyIsHeldOutTheSilentAreStillSeenAsTheyAre() {
        Expert learned = learned(customer -> new TestingReach(customer, true, 0.5));

        assertThat(meanRisk(learned, true)).isCloseTo(meanRisk(nature, true), within(0.1));
    }

    private static boolean isCalled(long customer) {
        return customer % HELD_OUT_ONE_IN != 0;
    }

    private void assertSaysWhatNatureDoes(Expert learned, double off) {
        for (boolean silent : new boolean[] {false, true}) {
            assertThat(meanRisk(learned, silent))
                    .as("silent: %s", silent)
                    .isCloseTo(meanRisk(nature, silent), within(off));
        }
    }

    /** Of the customers as they would have been by nature, those long silent or the others. */
    private static double meanRisk(Expert expert, boolean silent) {
        double sum = 0;
        int count = 0;
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            for (TrainingRecord record : new TestingReach(customer, false, 0).told()) {
                if (record.kind() == TrainingRecord.Kind.SNAPSHOT) {
                    double[] features = record.snapshot().features();
                    double days = Math.expm1(features[Feature.RECENCY.position()]);
                    if (days > TestingReach.SILENT_DAYS - 0.5 == silent) {
                        sum += Logit.inverse(expert.logit(features));
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    private static Expert learned(LongFunction<TestingReach> customers) {
        Learner learner = TestingTold.learner();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            customers.apply(customer).told().forEach(learner::take);
        }
        return new LinearExpert(learner.learn(NOW).linear().orElseThrow());
    }
}
