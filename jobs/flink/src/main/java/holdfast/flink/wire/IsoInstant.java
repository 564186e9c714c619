package holdfast.flink.wire;

/**
 * Reads an ISO-8601 instant.
 *
 * <p>Takes a date, or a date and a time of day with an optional fraction and an optional offset. A
 * date alone is midnight UTC, a time without an offset is UTC. Fractions beyond milliseconds are
 * cut off. A blank in place of the T is accepted.
 */
final class IsoInstant {
    /** Not an instant. */
    static final long INVALID = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000;
    private static final int MINUTE_MILLIS = 60_000;
    private static final int FRACTION_DIGITS_MAX = 9;

    private final String text;
    private int at;
    private boolean broken;

    private IsoInstant(String text) {
        this.text = text;
    }

    /** Milliseconds since 1970-01-01 UTC, or {@link #INVALID}. */
    static long parse(String text) {
        IsoInstant reader = new IsoInstant(text);
        long millis = reader.dayMillis();
        if (!reader.broken && !reader.ended()) {
            reader.broken |= !reader.taken('T') && !reader.taken('t') && !reader.taken(' ');
            millis += reader.timeMillis();
            millis -= reader.offsetMillis();
        }
        return reader.broken || !reader.ended() ? INVALID : millis;
    }

    private long dayMillis() {
        int year = number(4, 9999);
        need('-');
        int month = number(2, 12);
        need('-');
        int day = number(2, 31);
        if (month == 0 || day == 0 || (!broken && day > daysIn(year, month))) {
            broken = true;
        }
        return epochDay(year, month, day) * DAY_MILLIS;
    }

    private int timeMillis() {
        int minutes = number(2, 23) * 60;
        need(':');
        minutes += number(2, 59);
        if (!taken(':')) {
            return minutes * MINUTE_MILLIS;
        }
        int seconds = number(2, 59);
        int fraction = taken('.') || taken(',') ? fractionMillis() : 0;
        return minutes * MINUTE_MILLIS + seconds * 1000 + fraction;
    }

    private int fractionMillis() {
        int millis = 0;
        int digits = 0;
        while (!ended() && isDigit(text.charAt(at)) && digits < FRACTION_DIGITS_MAX) {
            if (digits < 3) {
                millis = millis * 10 + (text.charAt(at) - '0');
            }
            at++;
            digits++;
        }
        broken |= digits == 0;
        for (int i = digits; i < 3; i++) {
            millis *= 10;
        }
        return millis;
    }

    private int offsetMillis() {
        if (ended() || taken('Z') || taken('z')) {
            return 0;
        }
        boolean west = taken('-');
        if (!west) {
            need('+');
        }
        int minutes = number(2, 18) * 60;
        if (taken(':') || !ended()) {
            minutes += number(2, 59);
        }
        return (west ? -minutes : minutes) * MINUTE_MILLIS;
    }

    /** Exactly so many digits. */
    private int number(int digits, int max) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (ended() || !isDigit(text.charAt(at))) {
                broken = true;
                return 0;
            }
            value = value * 10 + (text.charAt(at++) - '0');
        }
        broken |= value > max;
        return value;
    }

    private void need(char c) {
        broken |= !taken(c);
    }

    private boolean taken(char c) {
        if (ended() || text.charAt(at) != c) {
            return false;
        }
        at++;
        return true;
    }

    private boolean ended() {
        return at >= text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the Gregorian calendar; years count from March. */
    private static long epochDay(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int leapDays =
                Math.floorDiv(marchYear, 4)
                        - Math.floorDiv(marchYear, 100)
                        + Math.floorDiv(marchYear, 400);
        return 365L * marchYear + leapDays + dayOfYear - 719_468;
    }
}
