package holdfast.app.csv;

/**
 * Reads the times of an event log from bytes, without objects.
 *
 * <p>Understood as ISO: {@code 2011-05-15}, {@code 2011-05-15 08:26}, {@code
 * 2011-05-15T08:26:00.123456Z}, and any of these with an offset ({@code +02:00}, {@code +0200},
 * {@code +02}) or {@code UTC} at the end. Without an offset the time is UTC; without a time of day
 * it is midnight. Years 0001 to 9999; parts of a millisecond are cut off. The other forms put the
 * date in another order, or take a number since 1970.
 */
final class EventTime {

    /** What {@link #millis} answers when it cannot read the time. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final byte[] bytes;
    private final int end;
    private int index;

    private EventTime(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.index = from;
        this.end = to;
    }

    /**
     * The instant in {@code bytes[from, to)} in milliseconds since 1970, or {@link #UNREADABLE}.
     */
    static long millis(byte[] bytes, int from, int to, TimeForm form) {
        EventTime time = new EventTime(bytes, from, to);
        return switch (form) {
            case ISO -> time.read(time.day());
            case SECONDS -> EpochNumber.millis(bytes, from, to, 3);
            case MILLIS -> EpochNumber.millis(bytes, from, to, 0);
            case MICROS -> EpochNumber.millis(bytes, from, to, -3);
            case DMY -> time.read(time.yearLast(true));
            case MDY -> time.read(time.yearLast(false));
        };
    }

    private long read(long day) {
        if (day == UNREADABLE) {
            return UNREADABLE;
        }
        if (index == end) {
            return day * DAY_MILLIS;
        }
        if (!skip('T') && !skip(' ') && !skip('t')) {
            return UNREADABLE;
        }
        long timeOfDayMillis = timeOfDayMillis();
        long offsetMillis = offsetMillis();
        if (timeOfDayMillis == UNREADABLE || offsetMillis == UNREADABLE || index != end) {
            return UNREADABLE;
        }
        return day * DAY_MILLIS + timeOfDayMillis - offsetMillis;
    }

    private long day() {
        int year = number(4);
        boolean dashed = skip('-');
        int month = number(2);
        dashed &= skip('-');
        int day = number(2);
        return dashed ? day(year, month, day) : UNREADABLE;
    }

    /** A date such as 31.12.2026 or 3/5/2026, with one separator throughout. */
    private long yearLast(boolean dayFirst) {
        int first = oneOrTwo();
        byte separator = index < end ? bytes[index] : 0;
        boolean right = separator == '.' || separator == '/' || separator == '-';
        right &= right && skip((char) separator);
        int second = oneOrTwo();
        right &= right && skip((char) separator);
        int year = number(4);
        if (!right) {
            return UNREADABLE;
        }
        return dayFirst ? day(year, second, first) : day(year, first, second);
    }

    private int oneOrTwo() {
        boolean two = index + 1 < end && bytes[index + 1] >= '0' && bytes[index + 1] <= '9';
        return number(two ? 2 : 1);
    }

    private static long day(int year, int month, int day) {
        boolean right = year > 0 && month > 0 && month <= 12 && day > 0;
        return right && day <= lengthOfMonth(year, month) ? epochDay(year, month, day) : UNREADABLE;
    }

    private long timeOfDayMillis() {
        int hour = number(2);
        boolean right = skip(':');
        int minute = number(2);
        int second = 0;
        int millis = 0;
        if (skip(':')) {
            second = number(2);
            millis = skip('.') || skip(',') ? fractionMillis() : 0;
        }
        right &= hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
        right &= second >= 0 && second < 60 && millis >= 0;
        return right ? (hour * 60L + minute) * MINUTE_MILLIS + second * 1000L + millis : UNREADABLE;
    }

    private int fractionMillis() {
        int start = index;
        int millis = 0;
        int weight = 100;
        while (index < end && bytes[index] >= '0' && bytes[index] <= '9') {
            millis += weight * (bytes[index] - '0');
            weight /= 10;
            index++;
        }
        return index == start ? -1 : millis;
    }

    private long offsetMillis() {
        skip(' ');
        if (index == end || skip('Z') || skip('z')) {
            return 0;
        }
        if (skip('U')) {
            return skip('T') && skip('C') ? 0 : UNREADABLE;
        }
        int sign = skip('+') ? 1 : -1;
        if (sign < 0 && !skip('-')) {
            return UNREADABLE;
        }
        int hours = number(2);
        skip(':');
        int minutes = index == end ? 0 : number(2);
        boolean right = hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
        return right ? sign * (hours * 60L + minutes) * MINUTE_MILLIS : UNREADABLE;
    }

    private boolean skip(char letter) {
        if (index < end && bytes[index] == letter) {
            index++;
            return true;
        }
        return false;
    }

    /** The next digits as a number, or -1. */
    private int number(int digits) {
        if (end - index < digits) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = bytes[index] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
            index++;
        }
        return number;
    }

    private static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /* Days since 1970 of the proleptic Gregorian calendar, with years that start in March
     * (H. Hinnant, "chrono-compatible low-level date algorithms"). */
    private static long epochDay(int year, int month, int day) {
        long shiftedYear = month <= 2 ? year - 1 : year;
        long era = shiftedYear / 400;
        long yearOfEra = shiftedYear - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
