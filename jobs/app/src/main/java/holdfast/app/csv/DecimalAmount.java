package holdfast.app.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads a decimal amount from bytes as whole minor units, rounded half to even.
 *
 * <p>Thread-safe.
 *
 * @param fractionDigits digits of the currency's minor unit, 0 to 3
 * @param comma whether a comma parts the fraction, and points may stand between thousands
 */
record DecimalAmount(int fractionDigits, boolean comma) {

    /** What {@link #minor} answers when the text is no finite decimal number. */
    static final long UNREADABLE = Long.MIN_VALUE;

    /**
     * What {@link #minor} answers when the number lies beyond {@link #MAX_MINOR} on either side.
     */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    static final long MAX_MINOR = 1_000_000_000_000_000L;

    private static final int MAX_LETTERS = 64;
    private static final int MAX_FAST_DIGITS = 15;

    /** Minor units of the amount in {@code bytes[from, to)}; nothing but blanks is 0. */
    long minor(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (start < end && bytes[end - 1] == ' ') {
            end--;
        }
        return start == end ? 0 : fast(bytes, start, end);
    }

    private long fast(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        byte pointByte = (byte) (comma ? ',' : '.');
        long digits = 0;
        int digitCount = 0;
        int fraction = -1;
        int index = negative || bytes[from] == '+' ? from + 1 : from;
        if (index == to || to - index > MAX_FAST_DIGITS) {
            return slow(bytes, from, to);
        }
        for (; index < to; index++) {
            int digit = bytes[index] - '0';
            boolean point = bytes[index] == pointByte && fraction < 0;
            if (!point && (digit < 0 || digit > 9)) {
                return slow(bytes, from, to);
            }
            digits = point ? digits : 10 * digits + digit;
            digitCount += point ? 0 : 1;
            fraction = point || fraction >= 0 ? fraction + 1 : -1;
        }
        int missing = fractionDigits - Math.max(0, fraction);
        if (missing < 0 || digitCount == 0) {
            return slow(bytes, from, to);
        }
        for (; missing > 0; missing--) {
            digits *= 10;
        }
        return inRange(negative ? -digits : digits);
    }

    private long slow(byte[] bytes, int from, int to) {
        if (to - from > MAX_LETTERS) {
            return UNREADABLE;
        }
        BigDecimal amount;
        try {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            amount = new BigDecimal(comma ? text.replace(".", "").replace(',', '.') : text);
        } catch (NumberFormatException notDecimal) {
            return UNREADABLE;
        }
        // An exponent of a billion would take a billion digits to round.
        long magnitude = (long) amount.precision() - amount.scale();
        if (amount.signum() == 0 || magnitude < -fractionDigits - 1L) {
            return 0;
        }
        if (magnitude > 18) {
            return OUT_OF_RANGE;
        }
        BigDecimal minor = amount.movePointRight(fractionDigits);
        return minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0
                ? OUT_OF_RANGE
                : minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static long inRange(long minor) {
        return Math.abs(minor) > MAX_MINOR ? OUT_OF_RANGE : minor;
    }
}
