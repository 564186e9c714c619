package holdfast.core.prior;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Spans as short as a millisecond, too: jqwik's decimals have two digits unless told. */
class BgNbdPropertyTest {
    private static final double ROUNDING = 1e-12;

    @Property
    void isAlwaysAProbabilityAndAFiniteLikelihood(
            @ForAll("models") BgNbd model,
            @ForAll @LongRange(max = 1L << 53) long repeats,
            @ForAll @Scale(9) @DoubleRange(max = 1) double lastShare,
            @ForAll @Scale(9) @DoubleRange(max = 1e6) double ageWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 1e6) double horizonWeeks) {
        double lastWeeks = lastShare * ageWeeks;

        assertThat(model.probabilityAlive(repeats, lastWeeks, ageWeeks)).isBetween(0.0, 1.0);
        assertThat(model.probabilityNoActivity(repeats, lastWeeks, ageWeeks, horizonWeeks))
                .isBetween(0.0, 1.0);
        assertThat(model.logLikelihood(repeats, lastWeeks, ageWeeks)).isFinite();
    }

    @Property
    void risesInSilenceAndFallsWithTheHorizon(
            @ForAll("models") BgNbd model,
            @ForAll @LongRange(max = 5_000) long repeats,
            @ForAll @Scale(9) @DoubleRange(max = 500) double lastWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 500) double silentWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 500) double moreWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 100) double horizonWeeks) {
        double age = lastWeeks + silentWeeks;
        double now = model.probabilityNoActivity(repeats, lastWeeks, age, horizonWeeks);
        double later =
                model.probabilityNoActivity(repeats, lastWeeks, age + moreWeeks, horizonWeeks);
        double wider = model.probabilityNoActivity(repeats, lastWeeks, age, horizonWeeks + 1);

        assertThat(later).isGreaterThanOrEqualTo(now - ROUNDING);
        assertThat(wider).isLessThanOrEqualTo(now + ROUNDING);
    }

    @Property
    void countsTheGoneAmongTheQuiet(
            @ForAll("models") BgNbd model,
            @ForAll @LongRange(max = 5_000) long repeats,
            @ForAll @Scale(9) @DoubleRange(max = 500) double lastWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 500) double silentWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 100) double horizonWeeks) {
        double age = lastWeeks + silentWeeks;

        assertThat(model.probabilityNoActivity(repeats, lastWeeks, age, horizonWeeks))
                .isGreaterThanOrEqualTo(
                        1 - model.probabilityAlive(repeats, lastWeeks, age) - ROUNDING);
    }

    @Property
    void doesNotCareForTheUnitOfTime(
            @ForAll @LongRange(max = 500) long repeats,
            @ForAll @Scale(9) @DoubleRange(max = 100) double lastWeeks,
            @ForAll @Scale(9) @DoubleRange(max = 100) double silentWeeks,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 100) double unit) {
        BgNbd model = new BgNbd(0.7, 3, 0.5, 4);
        BgNbd scaled = new BgNbd(0.7, 3 * unit, 0.5, 4);
        double age = lastWeeks + silentWeeks;
        double expected = model.probabilityNoActivity(repeats, lastWeeks, age, 8);
        double actual =
                scaled.probabilityNoActivity(repeats, lastWeeks * unit, age * unit, 8 * unit);

        assertThat(Math.abs(actual - expected)).isLessThan(1e-10);
    }

    /** Parameters over the whole permitted range, evenly in their logarithms. */
    @Provide
    Arbitrary<BgNbd> models() {
        Arbitrary<Double> parameter =
                Arbitraries.doubles()
                        .between(-9, 9)
                        .ofScale(6)
                        .map(log -> Math.min(Math.max(Math.pow(10, log), 1e-9), 1e9));
        return Combinators.combine(parameter, parameter, parameter, parameter).as(BgNbd::new);
    }
}
