package holdfast.flink.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads decimal numbers exactly, as a whole count of a smaller unit. */
final class Decimals {
    /** Not a number. */
    static final long INVALID = Long.MIN_VALUE;

    /** A number too large to count; its negative for one too small. */
    static final long OVERFLOW = Long.MAX_VALUE;

    private static final int FAST_DIGITS_MAX = 18;
    private static final long[] TENS = tens();

    private Decimals() {}

    /**
     * {@code text} times ten to the {@code digits}, rounded half even: {@code "12.345"} with 2
     * digits is 1234.
     *
     * <p>Takes what JSON calls a number, leading zeros too; anything else is {@link #INVALID}.
     */
    static long parse(String text, int digits) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = -1;
        long mantissa = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0 && at > start) {
                point = at;
            } else if (c < '0' || c > '9' || at - start >= FAST_DIGITS_MAX) {
                return parseSlowly(text, digits);
            } else {
                mantissa = mantissa * 10 + (c - '0');
            }
        }
        if (text.length() == start || point == text.length() - 1) {
            return INVALID;
        }
        int fraction = point < 0 ? 0 : text.length() - 1 - point;
        long value = shifted(mantissa, digits - fraction);
        return start == 1 ? -value : value;
    }

    /** A mantissa from 0 to below 1e19 times ten to the {@code digits}, rounded half even. */
    private static long shifted(long mantissa, int digits) {
        if (digits >= 0) {
            return digits > FAST_DIGITS_MAX || mantissa > Long.MAX_VALUE / TENS[digits]
                    ? OVERFLOW
                    : mantissa * TENS[digits];
        }
        if (-digits > FAST_DIGITS_MAX) {
            return 0;
        }
        long divisor = TENS[-digits];
        long quotient = mantissa / divisor;
        long rest = mantissa - quotient * divisor;
        long half = divisor / 2;
        return rest > half || (rest == half && (quotient & 1) == 1) ? quotient + 1 : quotient;
    }

    private static long parseSlowly(String text, int digits) {
        if (!isNumber(text)) {
            return INVALID;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            long wholeDigits = (long) value.precision() - value.scale() + digits;
            if (value.signum() == 0 || wholeDigits < 0) {
                return 0;
            }
            if (wholeDigits > FAST_DIGITS_MAX) {
                return value.signum() * OVERFLOW;
            }
            return value.scaleByPowerOfTen(digits)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            // An exponent beyond what BigDecimal holds.
            return OVERFLOW;
        }
    }

    private static boolean isNumber(String text) {
        int at = digitsFrom(text, text.startsWith("-") ? 1 : 0);
        if (at > 0 && at < text.length() && text.charAt(at) == '.') {
            at = digitsFrom(text, at + 1);
        }
        if (at > 0 && at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            boolean signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
            at = digitsFrom(text, at + (signed ? 2 : 1));
        }
        return at == text.length();
    }

    /** The place after at least one digit from {@code at} on, or -1 when there is none. */
    private static int digitsFrom(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == at ? -1 : end;
    }

    private static long[] tens() {
        long[] tens = new long[FAST_DIGITS_MAX + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }
}
