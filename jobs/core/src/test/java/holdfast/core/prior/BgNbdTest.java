package holdfast.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {
    private static final double MANY_WEEKS = 1e6;
    private static final long MANY_REPEATS = 1L << 53;

    private final BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);

    /** Figures of an independent implementation, by double-precision gamma functions. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 38.86, 12.8571, 1, 0.938742991128367, -0.554713276438158",
        "2, 30.43, 38.86, 12.8571, 0.726578570080673, 0.678814450242902, -9.45860630706627",
        "26, 30.857, 38.857, 12.8571, 0.139288543745713, 0.860862426649143, -41.0454022870552",
        "1, 0.1429, 0.1429, 4, 0.753650201926064, 0.590720860536434, -2.93907868958758",
        "5, 10, 200, 8.5, 7.41590694636132e-06, 0.999998573679246, -14.3970421226895",
        "300, 90, 90.5, 2, 0.987315611265712, 0.0145696980028403, 38.7867916776859",
    })
    void agreesWithAnIndependentImplementation(
            long repeats,
            double lastWeeks,
            double ageWeeks,
            double horizonWeeks,
            double alive,
            double noActivity,
            double logLikelihood) {
        assertThat(model.probabilityAlive(repeats, lastWeeks, ageWeeks))
                .isCloseTo(alive, within(1e-12));
        assertThat(model.probabilityNoActivity(repeats, lastWeeks, ageWeeks, horizonWeeks))
                .isCloseTo(noActivity, within(1e-12));
        assertThat(model.logLikelihood(repeats, lastWeeks, ageWeeks))
                .isCloseTo(logLikelihood, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 38, 8", "1, 0.5, 20, 4", "1, 20, 20, 4", "7, 3, 9, 0.25", "40, 30, 33, 26"})
    void agreesWithTryingEveryRateAndEveryProbabilityOfLeaving(
            int repeats, double lastWeeks, double ageWeeks, double horizonWeeks) {
        NaiveBgNbd naive = new NaiveBgNbd(model);

        assertThat(model.probabilityAlive(repeats, lastWeeks, ageWeeks))
                .isCloseTo(naive.probabilityAlive(repeats, lastWeeks, ageWeeks), within(1e-9));
        assertThat(model.probabilityNoActivity(repeats, lastWeeks, ageWeeks, horizonWeeks))
                .isCloseTo(
                        naive.probabilityNoActivity(repeats, lastWeeks, ageWeeks, horizonWeeks),
                        within(1e-9));
        assertThat(model.logLikelihood(repeats, lastWeeks, ageWeeks))
                .isCloseTo(naive.logLikelihood(repeats, lastWeeks, ageWeeks), within(1e-9));
    }

    @Test
    void neverDeclaresGoneWhoNeverCameBackYetSeesTheirSilence() {
        assertThat(model.probabilityAlive(0, 0, 100)).isEqualTo(1);
        assertThat(model.probabilityNoActivity(0, 0, 100, 12)).isBetween(0.95, 1.0);
        assertThat(model.probabilityNoActivity(0, 0, 0, 12)).isBetween(0.7, 0.8);
    }

    @Test
    void fearsAPauseMoreTheBusierTheCustomerWas() {
        double busy = model.probabilityNoActivity(26, 30, 40, 8);
        double calm = model.probabilityNoActivity(3, 30, 40, 8);

        assertThat(busy).isGreaterThan(calm);
    }

    @Test
    void reachesItsLimits() {
        assertThat(model.probabilityNoActivity(5, 10, 12, 0)).isEqualTo(1);
        assertThat(model.probabilityNoActivity(5, 10, 1e300, 4)).isEqualTo(1);
        assertThat(model.probabilityAlive(5, 10, 1e300)).isZero();
        assertThat(model.probabilityNoActivity(0, 0, 10, Double.POSITIVE_INFINITY)).isZero();
        assertThat(model.probabilityNoActivity(MANY_REPEATS, MANY_WEEKS, MANY_WEEKS, 1))
                .isBetween(0.0, 1e-15);
        assertThat(model.probabilityNoActivity(MANY_REPEATS, MANY_WEEKS - 1, MANY_WEEKS, 1))
                .isEqualTo(1);
    }

    @Test
    void forgivesTimesOutOfOrder() {
        assertThat(model.probabilityNoActivity(3, -1, -2, 4))
                .isEqualTo(model.probabilityNoActivity(3, 0, 0, 4));
        assertThat(model.probabilityNoActivity(3, 9, 5, 4))
                .isEqualTo(model.probabilityNoActivity(3, 5, 5, 4));
        assertThat(model.probabilityNoActivity(3, 4, 5, -1)).isEqualTo(1);
    }

    @Test
    void refusesParametersThatAreNoModel() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e10}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(wrong, 1, 1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, wrong, 1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, 1, wrong, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, 1, 1, wrong));
        }
    }

    @Test
    void scalesItsDefaultToTheHorizon() {
        assertThat(BgNbd.defaultFor(10)).isEqualTo(new BgNbd(0.6, 3, 0.8, 2.5));
        assertThat(BgNbd.defaultFor(20).probabilityNoActivity(4, 10, 18, 20))
                .isCloseTo(BgNbd.defaultFor(2).probabilityNoActivity(4, 1, 1.8, 2), within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> BgNbd.defaultFor(0));
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatHistory(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatHistory(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatHistory(1, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatHistory(1, Double.NaN, Double.NaN));
    }
}
