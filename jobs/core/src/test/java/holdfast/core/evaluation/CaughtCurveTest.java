package holdfast.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CaughtCurveTest {
    @Test
    void addsUpFromTheHighestScoreDown() {
        CaughtCurve curve = CaughtCurve.of(new double[] {0.1, 0.9, 0.5}, new double[] {7, 100, 20});

        assertThat(curve.customers()).isEqualTo(3);
        assertThat(curve.total()).isEqualTo(127);
        assertThat(curve.caught(0)).isZero();
        assertThat(curve.caught(1)).isEqualTo(100);
        assertThat(curve.caught(2)).isEqualTo(120);
        assertThat(curve.caught(3)).isEqualTo(127);
        assertThat(curve.caught(99)).isEqualTo(127);
        assertThat(curve.caught(1.5)).isEqualTo(110);
        assertThat(curve.share(1.0 / 3)).isEqualTo(100 / 127.0);
    }

    @Test
    void sharesTheWeightOfEqualScores() {
        CaughtCurve curve =
                CaughtCurve.of(
                        new double[] {0.5, 0.5, 0.5, -0.0, 0.0}, new double[] {9, 0, 0, 8, 0});

        assertThat(curve.caught(1)).isEqualTo(3);
        assertThat(curve.caught(2)).isEqualTo(6);
        assertThat(curve.caught(4)).isEqualTo(13);
    }

    @Test
    void catchesNothingWhereNothingIsLost() {
        CaughtCurve curve = CaughtCurve.of(new double[] {1, 2}, new double[2]);

        assertThat(curve.share(0.5)).isNaN();
        assertThat(curve.caught(1)).isZero();
        assertThat(CaughtCurve.of(new double[0], new double[0]).total()).isZero();
    }

    @Test
    void refusesLengthsThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaughtCurve.of(new double[1], new double[2]));
    }
}
