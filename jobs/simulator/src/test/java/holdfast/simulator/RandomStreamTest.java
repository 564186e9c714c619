package holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.simulator.RandomStream.Purpose;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    private final RandomStream random = RandomStream.of(1, 2, Purpose.VISITS);

    @Test
    void mixesAsSplitMix64Does() {
        assertThat(RandomStream.mix(0)).isEqualTo(0xE220A8397B1DCDAFL);
    }

    @Test
    void differsByEachOfSeedNumberAndPurpose() {
        long first = random.nextLong();

        assertThat(RandomStream.of(1, 2, Purpose.VISITS).nextLong()).isEqualTo(first);
        assertThat(RandomStream.of(2, 2, Purpose.VISITS).nextLong()).isNotEqualTo(first);
        assertThat(RandomStream.of(1, 3, Purpose.VISITS).nextLong()).isNotEqualTo(first);
        assertThat(RandomStream.of(1, 2, Purpose.TRAFFIC).nextLong()).isNotEqualTo(first);
    }

    @Test
    void drawsTheExponential() {
        expectMoments(random::exponential, 1, 1);
    }

    @Test
    void drawsTheGaussian() {
        expectMoments(random::gaussian, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.4, 1, 2.5, 20})
    void drawsTheGamma(double shape) {
        expectMoments(() -> random.gamma(shape), shape, shape);
    }

    @Test
    void staysBetweenItsBounds() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(random.between(3, 6)).isBetween(3L, 5L);
            assertThat(random.betweenByMagnitude(10, 1000)).isBetween(10L, 1000L);
        }
    }

    private static void expectMoments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double drawn = draw.getAsDouble();
            sum += drawn;
            squares += drawn * drawn;
        }
        double seen = sum / DRAWS;
        assertThat(seen).isCloseTo(mean, within(.01 * Math.max(1, mean)));
        assertThat(squares / DRAWS - seen * seen).isCloseTo(variance, within(.03 * variance));
    }
}
