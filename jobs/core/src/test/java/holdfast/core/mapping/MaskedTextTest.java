package holdfast.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTextTest {

    @ParameterizedTest
    @CsvSource({
        "c-01574, a-9(5)",
        "anna.ott@example.org, aaaa.aaa@a(7).aaa",
        "2026-11-03T10:00Z, 9999-99-99A99:99A",
        "Österreich <1>, Aa(9) ?9?"
    })
    void showsTheShapeAndNotTheValue(String text, String shape) {
        assertThat(MaskedText.of(text)).isEqualTo(shape);
    }
}
