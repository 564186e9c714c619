package holdfast.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.evaluation.Calibration.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final boolean O = false;
    private static final boolean X = true;

    private final ScoredCustomers customers =
            new ScoredCustomers(
                    new boolean[] {O, O, O, X, O, O, O, X, O, X, X, X},
                    new double[] {.05, .05, .1, .2, .2, .2, .35, .4, .4, .6, .9, .95},
                    new double[12]);

    /** As numpy bins them. */
    @Test
    void binsEqualProbabilitiesTogether() {
        List<Bin> bins = Calibration.bins(customers);

        assertThat(bins).extracting(Bin::customers).containsExactly(2, 1, 3, 1, 2, 1, 2);
        assertThat(bins)
                .extracting(bin -> Math.round(bin.meanPredicted() * 1e9) / 1e9)
                .containsExactly(.05, .1, .2, .35, .4, .6, .925);
        assertThat(bins)
                .extracting(bin -> Math.round(bin.meanObserved() * 1e9) / 1e9)
                .containsExactly(0.0, 0.0, 0.333333333, 0.0, 0.5, 1.0, 1.0);
        assertThat(Calibration.error(customers)).isCloseTo(0.14166666666666664, within(1e-15));
    }

    @Test
    void holdsEveryoneInOneBinWhereAllAreAlike() {
        ScoredCustomers alike =
                new ScoredCustomers(new boolean[] {X, O}, new double[] {.5, .5}, new double[2]);

        assertThat(Calibration.bins(alike)).containsExactly(new Bin(2, .5, .5));
        assertThat(Calibration.error(alike)).isZero();
    }

    @Test
    void chargesASureMistakeAFinitePrice() {
        ScoredCustomers sure =
                new ScoredCustomers(new boolean[] {X, O}, new double[] {0, 1}, new double[2]);

        assertThat(Calibration.logLoss(sure)).isCloseTo(-Math.log(1e-6), within(1e-9));
        assertThat(Calibration.brier(sure)).isLessThan(1);
    }
}
