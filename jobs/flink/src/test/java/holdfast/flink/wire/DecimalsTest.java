package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.005, 0",
        "0.015, 2",
        "-0.015, -2",
        "0.0149999999999999999999999999, 1",
        "1e-3, 0",
        "1E+2, 10000",
        "999999999999999999, 9223372036854775807",
        "-999999999999999999, -9223372036854775807",
        "0e999999999, 0",
        "1e-999999999, 0"
    })
    void countsHundredthsRoundingHalfToEven(String text, long hundredths) {
        assertThat(Decimals.parse(text, 2)).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "1.", ".1", "1e", "1e+", "e1", "1.e1", "+1", "--1", "1 ", "0x1"
            })
    void takesNothingButNumbers(String text) {
        assertThat(Decimals.parse(text, 2)).isEqualTo(Decimals.INVALID);
    }

    @Test
    void movesThePointToTheLeftForSmallerUnits() {
        assertThat(Decimals.parse("1709290800000500", -3)).isEqualTo(1709290800000L);
        assertThat(Decimals.parse("1709290800000501", -3)).isEqualTo(1709290800001L);
    }
}
