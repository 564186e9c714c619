package holdfast.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final double ROUNDING = 1e-12;

    enum Labels {
        MIXED,
        EQUAL,
        NONE,
        ALL
    }

    /**
     * The expected figures come from numpy, scikit-learn and the judge of the published
     * comparisons, for the same formulas as in {@link #customers}.
     */
    @ParameterizedTest
    @CsvSource({
        "MIXED, 7, 101.0, 0, 0.916666666666667, 0.916666666666667, 0.377397222998131, "
                + "0.122438976571067, 0.278642292786421, 2.33333333333333, NaN, "
                + "NaN, NaN, NaN, NaN",
        "MIXED, 10, 101.0, 0, 0.92, 0.942857142857143, 0.396348156412944, "
                + "0.131085187726793, 0.287128812871287, 2, 0.397260273972603, "
                + "0, 0, 0.602739726027397, 0",
        "MIXED, 11, 101.0, 0, 0.866666666666667, 0.910714285714286, 0.427945551823892, "
                + "0.144201548867849, 0.209721063006301, 1.83333333333333, 0.189542483660131, "
                + "0.0522875816993464, 0, 0.551633986928105, 0.522875816993464",
        "MIXED, 37, 101.0, 0, 0.871345029239766, 0.889337606204561, 0.450278984266054, "
                + "0.146803307571887, 0.150655633128178, 1.94736842105263, 0.203843197540354, "
                + "0.490392006149116, 0, 0.490392006149116, 0.370714834742506",
        "MIXED, 30, 101.0, 0, 0.848888888888889, 0.866773195844403, 0.479311016000872, "
                + "0.159454955396563, 0.143894422772277, 2, 0.261950286806883, "
                + "0.509560229445507, 0, 0.509560229445507, 0.347992351816444",
        "MIXED, 500, 101.0, 0, 0.848571428571429, 0.859131751165038, 0.479766293443254, "
                + "0.159278306048439, 0.022950507049505, 1.88235294117647, 0.145572155716844, "
                + "0.334385898765199, 0.061127344707324, 0.399849184654539, 0.215515128664342",
        "MIXED, 1003, 101.0, 0, 0.845959354833576, 0.855725909930535, 0.483794145080726, "
                + "0.160624879600987, 0.0185976623594563, 1.89299610894942, 0.147869990680336, "
                + "0.340251630941286, 0.0871570118212587, 0.398250232991612, 0.224068965517241",
        "MIXED, 1003, 1.0, 30, 0.845959354833576, 0.855725909930535, NaN, "
                + "NaN, NaN, 1.89299610894942, 0.147869990680336, "
                + "0.340251630941286, 0.0871570118212587, 0.398250232991612, 0.224068965517241",
        "EQUAL, 40, 101.0, 0, 0.5, 0.5, 0.836988216785836, "
                + "0.3125, 0.25, 1, 0.1, "
                + "0.365318711446196, 0, 0.473612063056888, 0.365318711446196",
        "NONE, 25, 101.0, 0, NaN, NaN, 0.935529222267532, "
                + "0.328203117341477, 0.495841624158416, NaN, NaN, "
                + "NaN, NaN, NaN, NaN",
        "ALL, 25, 101.0, 0, NaN, NaN, 1.43150007687062, "
                + "0.336519869024645, 0.504158375841584, 1, 0.187787261982928, "
                + "0.270518713066316, 0.0305318450426789, 0.275443204202232, 0.275443204202232",
    })
    void agreesWithAnIndependentJudge(
            Labels labels,
            int size,
            double scale,
            double shift,
            double rocAuc,
            double prAuc,
            double logLoss,
            double brier,
            double ece,
            double lift10,
            double value10,
            double value10RiskValue,
            double value10ExpectedLoss,
            double value10Max,
            double value10ValueOnly) {
        ScoredCustomers customers = customers(labels, size, scale, shift);
        double[] expectedLosses =
                IntStream.range(0, size).mapToDouble(i -> i * 17 % 53 * 1.5).toArray();

        Figures figures = Figures.of(customers, expectedLosses);

        Figures expected =
                new Figures(
                        size,
                        figures.churnRate(),
                        rocAuc,
                        prAuc,
                        logLoss,
                        brier,
                        ece,
                        lift10,
                        value10,
                        value10RiskValue,
                        value10ExpectedLoss,
                        value10Max,
                        value10ValueOnly);
        assertThat(figures)
                .usingRecursiveComparison(
                        RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(FiguresTest::compare, Double.class)
                                .build())
                .isEqualTo(expected);
    }

    @Test
    void judgesWithoutAnExpectedLoss() {
        Figures figures = Figures.of(customers(Labels.MIXED, 100, 101, 0));

        assertThat(figures.value10ExpectedLoss()).isNaN();
        assertThat(figures.value10Max()).isPositive();
        assertThat(figures.churnRate()).isBetween(0.4, 0.6);
    }

    @Test
    void refusesWhatCannotBeJudged() {
        boolean[] one = {true};
        double[] half = {0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ScoredCustomers(new boolean[0], new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredCustomers(one, new double[2], half));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredCustomers(one, new double[] {Double.NaN}, half));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredCustomers(one, half, new double[] {-1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.of(new ScoredCustomers(one, half, half), new double[2]));
    }

    private static ScoredCustomers customers(Labels labels, int size, double scale, double shift) {
        boolean[] churned = new boolean[size];
        double[] scores = new double[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int risk = i * 7919 % 1009 / 10;
            scores[i] = labels == Labels.EQUAL ? 0.25 : risk / scale - shift;
            churned[i] =
                    switch (labels) {
                        case MIXED, EQUAL -> i * 31 % 97 < risk;
                        case NONE -> false;
                        case ALL -> true;
                    };
            values[i] = Math.max(i * i % 211 - 20, 0);
        }
        return new ScoredCustomers(churned, scores, values);
    }

    private static int compare(double left, double right) {
        boolean same =
                Math.abs(left - right) < ROUNDING || (Double.isNaN(left) && Double.isNaN(right));
        return same ? 0 : Double.compare(left, right);
    }
}
