package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "60d,5184000000",
        "8w,4838400000",
        "12h,43200000",
        "30m,1800000",
        "45s,45000",
        "500ms,500",
        "0d,0",
        "007d,604800000"
    })
    void readsANumberAndAUnit(String text, long millis) {
        assertThat(Durations.parseMillis(text)).isEqualTo(millis);
    }

    @Test
    void saysWhatIsMissingFromABareNumber() {
        assertThatThrownBy(() -> Durations.parseMillis("60"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs a unit, such as 60d or 8w (got \"60\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "-5d", "+5d", "1.5d", "60 d", "60D", "5y", "1d12h", "٣d", "∞"})
    void refusesWhatIsNotADuration(String text) {
        assertThatThrownBy(() -> Durations.parseMillis(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(got \"" + text + "\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807w", "99999999999999999999999ms", "15250284453w"})
    void refusesWhatDoesNotFitIntoMilliseconds(String text) {
        assertThatThrownBy(() -> Durations.parseMillis(text)).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @CsvSource({"60d", "8w", "36h", "90m", "45s", "1500ms", "0s"})
    void printsTheShortestText(String text) {
        assertThat(Durations.print(Durations.parseMillis(text))).isEqualTo(text);
    }

    @Test
    void refusesToPrintANegativeDuration() {
        assertThatThrownBy(() -> Durations.print(-1)).hasMessageContaining("negative");
    }
}
