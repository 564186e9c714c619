package holdfast.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    private static final long DAY = 86_400_000;

    private final Speed.Converter converter = new Speed.Converter();

    @Test
    void readsFactorsAndMax() {
        assertThat(converter.convert("1000x").factor()).isEqualTo(1000);
        assertThat(converter.convert("0.5x").factor()).isEqualTo(0.5);
        assertThat(converter.convert("max").unlimited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "x", "-1x", "0x", "NaNx", "fast", ""})
    void refusesWhatIsNoSpeed(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .hasMessage("must be a factor such as 1000x, or max (got \"" + text + "\")");
    }

    @Test
    void aDayAtThousandfoldTakesEightySixSeconds() {
        Pacer pacer = new Pacer(new Speed(1000), 0, () -> 0);

        assertThat(pacer.remainingNanos(DAY)).isEqualTo(86_400_000_000L);
    }

    @Test
    void ticksComeFourTimesASecondButOftenEnoughForTheHorizon() {
        assertThat(TickStep.millis(new Speed(1), 60 * DAY)).isEqualTo(1_000);
        assertThat(TickStep.millis(new Speed(1000), 60 * DAY)).isEqualTo(250_000);
        assertThat(TickStep.millis(new Speed(1e6), 60 * DAY)).isEqualTo(DAY / 4);
        assertThat(TickStep.millis(Speed.MAX, 60 * DAY)).isEqualTo(DAY / 4);
    }
}
