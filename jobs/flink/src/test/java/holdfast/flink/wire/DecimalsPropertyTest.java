package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DecimalsPropertyTest {
    @Property
    void agreesWithBigDecimal(
            @ForAll("numbers") String number, @ForAll @IntRange(min = -3, max = 3) int digits) {
        BigDecimal exact =
                new BigDecimal(number)
                        .scaleByPowerOfTen(digits)
                        .setScale(0, RoundingMode.HALF_EVEN);

        long parsed = Decimals.parse(number, digits);

        if (Math.abs(parsed) == Decimals.OVERFLOW) {
            assertThat(exact.abs()).isGreaterThanOrEqualTo(BigDecimal.valueOf(1L << 62, 1));
            assertThat(Long.signum(parsed)).isEqualTo(exact.signum());
        } else {
            assertThat(BigDecimal.valueOf(parsed)).isEqualByComparingTo(exact);
        }
    }

    @Property
    void neverThrows(@ForAll String text, @ForAll @IntRange(min = -3, max = 3) int digits) {
        long parsed = Decimals.parse(text, digits);

        if (parsed != Decimals.INVALID) {
            assertThat(text).matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> sign = Arbitraries.of("", "-");
        Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24);
        Arbitrary<String> fraction =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24).map(f -> "." + f);
        Arbitrary<String> exponent =
                Arbitraries.integers().between(-30, 30).map(power -> "e" + power);
        return Combinators.combine(
                        sign,
                        whole,
                        Arbitraries.oneOf(Arbitraries.just(""), fraction),
                        Arbitraries.oneOf(Arbitraries.just(""), exponent))
                .as((a, b, c, d) -> a + b + c + d);
    }
}
