package holdfast.core.time;

/** Durations as people write them: a whole number and a unit, from {@code 500ms} to {@code 8w}. */
public final class Durations {
    private static final String[] UNITS = {"w", "d", "h", "m", "s", "ms"};
    private static final long[] UNIT_MILLIS = {
        604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
    };

    /**
     * Digits of the longest number accepted; a longer one cannot be a time span in milliseconds.
     */
    private static final int DIGITS_MAX = 18;

    private Durations() {}

    /**
     * Reads a duration such as {@code 60d}, {@code 8w}, {@code 12h}, {@code 30m}, {@code 45s} or
     * {@code 500ms}.
     *
     * @return milliseconds, not negative
     * @throws IllegalArgumentException with a message that continues the name of the option or key
     */
    public static long parseMillis(String text) {
        int digits = leadingDigits(text);
        if (digits == 0) {
            throw refusal("is not a duration, such as 60d or 8w", text);
        }
        if (digits == text.length()) {
            throw refusal("needs a unit, such as 60d or 8w", text);
        }
        long unitMillis = unitMillis(text.substring(digits));
        if (unitMillis == 0) {
            throw refusal("has an unknown unit; known are w, d, h, m, s and ms", text);
        }
        if (digits > DIGITS_MAX) {
            throw refusal("is too long", text);
        }
        long count = Long.parseLong(text.substring(0, digits));
        if (count > Long.MAX_VALUE / unitMillis) {
            throw refusal("is too long", text);
        }
        return count * unitMillis;
    }

    /**
     * Writes a duration in the largest unit that divides it: the shortest text that {@link
     * #parseMillis} reads back.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static String print(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("a duration must not be negative: " + millis);
        }
        if (millis == 0) {
            return "0s";
        }
        int unit = 0;
        while (millis % UNIT_MILLIS[unit] != 0) {
            unit++;
        }
        return millis / UNIT_MILLIS[unit] + UNITS[unit];
    }

    private static int leadingDigits(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    private static long unitMillis(String unit) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit)) {
                return UNIT_MILLIS[i];
            }
        }
        return 0;
    }

    private static IllegalArgumentException refusal(String problem, String text) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return new IllegalArgumentException(problem + " (got \"" + shown + "\")");
    }
}
