package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalAmountTest {

    @ParameterizedTest
    @CsvSource({
        "15.3, 2, 1530",
        "-15.30, 2, -1530",
        "+7, 2, 700",
        "' 7 ', 2, 700",
        "'', 2, 0",
        "' ', 2, 0",
        ".5, 2, 50",
        "5., 2, 500",
        "0.005, 2, 0",
        "0.015, 2, 2",
        "0.025, 2, 2",
        "-0.035, 2, -4",
        "1234.5678, 0, 1235",
        "1.2345, 3, 1234",
        "1e3, 2, 100000",
        "9.99E-05, 2, 0",
        "1e-999999999, 2, 0",
        "10000000000000.00, 2, 1000000000000000",
        "0.0000000000000000000001, 2, 0",
    })
    void countsMinorUnitsRoundedHalfToEven(String text, int digits, long expected) {
        assertThat(minor(text, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "inf",
                "-Infinity",
                "twelve",
                "1,5",
                "1.2.3",
                "-",
                ".",
                "$5",
                "0x1f",
                "1_000"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(minor(text, 2)).isEqualTo(DecimalAmount.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000000000.01",
                "-1e14",
                "1e400",
                "1e999999999",
                "999999999999999999999"
            })
    void refusesTheAbsurd(String text) {
        assertThat(minor(text, 2)).isEqualTo(DecimalAmount.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|1250", "1.234,56|123456", "-0,99|-99", "7|700", "1.234|123400"})
    void readsDecimalCommasWhenTold(String text, long expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(new DecimalAmount(2, true).minor(bytes, 0, bytes.length)).isEqualTo(expected);
        assertThat(minor("12,5", 2)).isEqualTo(DecimalAmount.UNREADABLE);
    }

    private static long minor(String text, int digits) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return new DecimalAmount(digits, false).minor(bytes, 1, bytes.length - 1);
    }
}
