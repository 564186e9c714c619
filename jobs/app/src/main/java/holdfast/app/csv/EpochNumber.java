package holdfast.app.csv;

/** Reads a time that is a number since 1970 from bytes, without objects. */
final class EpochNumber {

    private static final long NUMBER_MAX = 100_000_000_000_000_000L;

    private EpochNumber() {}

    /**
     * The number in {@code bytes[from, to)} with its point moved right by {@code digits}, cut to
     * whole milliseconds; what is no number is read as ISO-8601.
     */
    static long millis(byte[] bytes, int from, int to, int digits) {
        long number = 0;
        int fraction = -1;
        for (int index = from; index < to; index++) {
            int digit = bytes[index] - '0';
            if (bytes[index] == '.' && fraction < 0 && index > from) {
                fraction = 0;
                continue;
            }
            if (digit < 0 || digit > 9 || number > NUMBER_MAX) {
                return EventTime.millis(bytes, from, to, TimeForm.ISO);
            }
            if (fraction < Math.max(0, digits)) {
                number = 10 * number + digit;
                fraction += fraction < 0 ? 0 : 1;
            }
        }
        return scaled(number, digits - Math.max(0, fraction));
    }

    private static long scaled(long number, int digits) {
        long scaled = number;
        for (int i = 0; i < digits; i++) {
            if (scaled > Long.MAX_VALUE / 10) {
                return Long.MAX_VALUE;
            }
            scaled *= 10;
        }
        for (int i = digits; i < 0; i++) {
            scaled /= 10;
        }
        return scaled;
    }
}
