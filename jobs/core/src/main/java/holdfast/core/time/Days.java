package holdfast.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Calendar days of one zone, numbered from 1970-01-01 as day 0.
 *
 * <p>Immutable. Agrees with {@code java.time} at every instant; between 1970 and 2100 it creates no
 * objects, but to find the start of a day on which the clock changes.
 */
public final class Days {
    /** Milliseconds of a day without a change of the clock. */
    public static final long DAY_MILLIS = 86_400_000L;

    private static final long OFFSET_MAX_MILLIS = 18 * 3_600_000L;
    private static final long TABLE_FROM_MILLIS = 0;
    private static final long TABLE_UNTIL_MILLIS = 4_102_444_800_000L; // 2100-01-01

    private final ZoneId zone;
    private final long[] changesMillis;
    private final long[] offsetsMillis; // offsetsMillis[i] holds from changesMillis[i - 1] on

    private Days(ZoneId zone, long[] changesMillis, long[] offsetsMillis) {
        this.zone = zone;
        this.changesMillis = changesMillis;
        this.offsetsMillis = offsetsMillis;
    }

    /** The days of this zone. */
    public static Days in(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        long[] changes = new long[64];
        long[] offsets = new long[65];
        offsets[0] = millis(rules.getOffset(Instant.ofEpochMilli(TABLE_FROM_MILLIS)));
        int count = 0;
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(TABLE_FROM_MILLIS));
        while (next != null && next.toEpochSecond() * 1_000 < TABLE_UNTIL_MILLIS) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, 2 * count);
                offsets = Arrays.copyOf(offsets, 2 * count + 1);
            }
            changes[count] = next.toEpochSecond() * 1_000;
            offsets[count + 1] = millis(next.getOffsetAfter());
            count++;
            next = rules.nextTransition(next.getInstant());
        }
        return new Days(zone, Arrays.copyOf(changes, count), Arrays.copyOf(offsets, count + 1));
    }

    public ZoneId zone() {
        return zone;
    }

    /** The day of this zone on which the instant falls. */
    public long dayOf(long millis) {
        return Math.floorDiv(millis + offsetMillis(millis), DAY_MILLIS);
    }

    /** The first instant of a day; where the clock leaps over midnight, the instant of the leap. */
    public long startOfDay(long day) {
        long localMillis = day * DAY_MILLIS;
        long earliestMillis = localMillis - OFFSET_MAX_MILLIS;
        long latestMillis = localMillis + OFFSET_MAX_MILLIS;
        if (isInTable(earliestMillis) && isInTable(latestMillis)) {
            int period = period(earliestMillis);
            if (period == period(latestMillis)) {
                return localMillis - offsetsMillis[period];
            }
        }
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long offsetMillis(long millis) {
        if (!isInTable(millis)) {
            return millis(zone.getRules().getOffset(Instant.ofEpochMilli(millis)));
        }
        return offsetsMillis[period(millis)];
    }

    private static boolean isInTable(long millis) {
        return millis >= TABLE_FROM_MILLIS && millis < TABLE_UNTIL_MILLIS;
    }

    /** Index of the offset that holds at an instant. */
    private int period(long millis) {
        int at = Arrays.binarySearch(changesMillis, millis);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }
}
