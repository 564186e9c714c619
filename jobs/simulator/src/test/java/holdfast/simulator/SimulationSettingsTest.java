package holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SimulationSettingsTest {
    @Test
    void refusesFaultRatesThatAreNoShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRates(.5, .6, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRates(-.1, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultRates(Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void refusesACrowdThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Crowd(-1, 0, 1, 1, 1, 1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crowd(1, 0, 0, 1, 1, 1, 0, 1))
                .withMessageContaining("visitsPerDay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crowd(1, 0, 1, 1, 1, 1, 1.5, 1))
                .withMessageContaining("comebackShare");
    }

    @Test
    void refusesBurstsAndSpendingOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bursts(2, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bursts(.1, 25, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bursts(.1, 1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spending(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spending(1, Double.NaN, 1));
    }
}
