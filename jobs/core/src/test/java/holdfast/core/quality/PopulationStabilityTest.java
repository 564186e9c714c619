package holdfast.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    @Test
    void isNothingWhereNothingMoved() {
        double[] values = uniform(1, 1_000, 0);

        assertThat(PopulationStability.index(values, values)).isZero();
    }

    @Test
    void agreesWithTheSumWrittenOut() {
        double[] before = {0, 0, 0, 1};
        double[] now = {0, 1, 1, 1};

        // Edges at 0 and 1: nobody below 0; half a value is added to each of three bins.
        double zeroBefore = 3.5 / 5.5;
        double oneBefore = 1.5 / 5.5;
        double wanted =
                (oneBefore - zeroBefore) * Math.log(oneBefore / zeroBefore)
                        + (zeroBefore - oneBefore) * Math.log(zeroBefore / oneBefore);
        assertThat(PopulationStability.index(before, now)).isCloseTo(wanted, within(1e-12));
    }

    @Test
    void growsTheFurtherValuesMove() {
        double[] before = uniform(1, 5_000, 0);

        double little = PopulationStability.index(before, uniform(2, 5_000, 0.05));
        double much = PopulationStability.index(before, uniform(3, 5_000, 0.5));

        assertThat(little).isBetween(0.01, 0.25);
        assertThat(much).isGreaterThan(0.25);
    }

    @Test
    void staysFiniteWhereNothingIsCommon() {
        assertThat(PopulationStability.index(uniform(1, 100, 0), uniform(2, 100, 1_000)))
                .isFinite()
                .isGreaterThan(1);
    }

    @Test
    void showsOfSamplesAloneWhatChanceGives() {
        double sum = 0;
        int tries = 200;
        for (int seed = 0; seed < tries; seed++) {
            sum +=
                    PopulationStability.index(
                            uniform(2 * seed, 400, 0), uniform(2 * seed + 1, 300, 0));
        }

        double byChance = PopulationStability.byChance(400, 300);
        assertThat(sum / tries).isCloseTo(byChance, within(0.15 * byChance));
    }

    private static double[] uniform(int seed, int count, double shift) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextDouble() + shift);
        return values;
    }
}
