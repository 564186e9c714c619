package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.bytes.Hashes;
import holdfast.core.training.TrainingRecord;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Every customer is chosen with the same chance: so equal weights undo the choice. */
class TrainingSampleTest {

    private static final int CUSTOMERS = 40_000;
    private static final double SHARE = 0.25;
    private static final double STANDARD_ERRORS = 3.5;

    private final TrainingSample quarter = new TrainingSample(SHARE);
    private final long[] keys = new long[CUSTOMERS];
    private final double[] told = new double[CUSTOMERS];

    /** What is told of a customer goes with the id, as with customers numbered as they come. */
    TrainingSampleTest() {
        Random random = new Random(3);
        for (int i = 0; i < CUSTOMERS; i++) {
            keys[i] = TrainingRecord.keyOf("customer-" + i);
            told[i] = (double) i / CUSTOMERS + random.nextGaussian();
        }
    }

    @Test
    void theMeanOfThoseChosenIsThatOfAllWithinItsStandardError() {
        double mean = mean(key -> true);
        double variance = 0;
        for (double each : told) {
            variance += (each - mean) * (each - mean) / CUSTOMERS;
        }
        double error = Math.sqrt(variance * (1 - SHARE) / (SHARE * CUSTOMERS));

        assertThat(mean(quarter::holds)).isCloseTo(mean, within(STANDARD_ERRORS * error));
        assertThat(share(quarter::holds)).isCloseTo(SHARE, within(STANDARD_ERRORS * 0.0022));
    }

    @Test
    void whoIsInASmallShareIsInEveryLargerOne() {
        TrainingSample half = new TrainingSample(0.5);
        for (long key : keys) {
            assertThat(quarter.holds(key) && !half.holds(key)).isFalse();
        }
        assertThat(share(new TrainingSample(0)::holds)).isZero();
        assertThat(share(new TrainingSample(1)::holds)).isEqualTo(1);
    }

    @Test
    void erasuresAreToldOfEverybodyEvenWhereAlmostNobodyIsChosenButNothingWithoutAShare() {
        TrainingSample hardly = new TrainingSample(1e-9);
        TrainingSample none = new TrainingSample(0);
        for (long key : keys) {
            TrainingRecord erased = TrainingRecord.erased(key, 1);
            TrainingRecord treated = TrainingRecord.treated(key, 1);

            assertThat(hardly.hears(erased)).isTrue();
            assertThat(hardly.holds(key) || hardly.hears(treated)).isFalse();
            assertThat(none.hears(erased) || none.hears(treated)).isFalse();
        }
    }

    /** A learner with too many rows goes on with the half whose hash lies below 1/2. */
    @Test
    void aLearnerThatHalvesWhatIsLeftKeepsHalfOfIt() {
        double kept = share(key -> quarter.holds(key) && Hashes.fraction(Hashes.mix64(key)) < 0.5);

        assertThat(kept).isCloseTo(SHARE / 2, within(STANDARD_ERRORS * 0.0017));
    }

    private double mean(LongPredicate chosen) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            if (chosen.test(keys[i])) {
                sum += told[i];
                count++;
            }
        }
        return sum / count;
    }

    private double share(LongPredicate chosen) {
        int count = 0;
        for (long key : keys) {
            count += chosen.test(key) ? 1 : 0;
        }
        return (double) count / CUSTOMERS;
    }
}
