package holdfast.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class PhrasePropertyTest {

    @Property
    void writesFiguresAsStringFormatDoesWithinOneInTheLastPlace(
            @ForAll @Scale(6) @DoubleRange(min = -1e9, max = 1e9) double value,
            @ForAll @IntRange(max = 4) int decimals) {
        String pattern = "%." + decimals + "f";

        BigDecimal actual = new BigDecimal(Phrase.of(pattern, value));

        BigDecimal expected = new BigDecimal(String.format(Locale.ROOT, pattern, value));
        assertThat(actual.scale()).isEqualTo(expected.scale());
        assertThat(actual.subtract(expected).abs())
                .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(decimals));
        assertThat(Math.abs(actual.doubleValue() - value))
                .isLessThanOrEqualTo(0.51 * Math.pow(10, -decimals));
    }

    @Example
    void writesSmallNegativeHugeAndNoNumbersAsStringFormatDoes() {
        double[] values = {
            0, -0.04, 0.05, 0.999, 9.995e-4, 1e16, -1e300, Double.NaN, Double.POSITIVE_INFINITY
        };
        for (double value : values) {
            for (String pattern : new String[] {"%.0f", "%.1f", "%.3f"}) {
                assertThat(Phrase.of(pattern, value))
                        .as("%s of %s", pattern, value)
                        .isEqualTo(String.format(Locale.ROOT, pattern, value));
            }
        }
    }

    @Example
    void putsEveryFigureInItsPlace() {
        assertThat(Phrase.of("%d of %s: %.1f %%, %.2f", 3, "c", 12.34, 0.5))
                .isEqualTo("3 of c: 12.3 %, 0.50");
    }
}
