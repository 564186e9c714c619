package holdfast.core.engagement;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.time.Days;

/**
 * When a customer was active, as one outcome understands activity: first, last, and on which days.
 *
 * <p>A commutative monoid for events displaced by less than {@link #WINDOW_DAYS}. An older one
 * moves the first activity, not the count of active days, and is tallied as displaced. Not
 * thread-safe.
 */
public final class Rhythm {

    /** Days that the bitmap remembers one by one. */
    public static final int WINDOW_DAYS = 128;

    /** No zone is a day ahead of UTC or behind it, and none has leapt by more than one. */
    private static final int ZONE_DAYS_MAX = 2;

    private static final int SETTLED_MAX = Integer.MAX_VALUE - WINDOW_DAYS;

    /*
     * Bit i of the 128-bit window says that the customer was active i days before the last active
     * day. Days that leave the window are added to settledDays. Merging shifts the earlier window to
     * the later one's last day, so a day within both windows counts once.
     */
    private final int outcomeId;
    private long firstMillis;
    private long lastMillis;
    private long lastDay;
    private long newerDays;
    private long olderDays;
    private int settledDays;
    private int displaced;

    public Rhythm(int outcomeId) {
        this.outcomeId = outcomeId;
    }

    /** The outcome whose activity this is. */
    public int outcomeId() {
        return outcomeId;
    }

    /** Time of the first activity. */
    public long firstMillis() {
        return firstMillis;
    }

    /** Time of the last activity. */
    public long lastMillis() {
        return lastMillis;
    }

    /** Distinct days with activity, at least one. */
    public int activeDays() {
        return settledDays + Long.bitCount(newerDays) + Long.bitCount(olderDays);
    }

    /** Distinct active days among the given number of days that end with the last active one. */
    public int activeDaysOfLast(int days) {
        if (days >= WINDOW_DAYS) {
            return Long.bitCount(newerDays) + Long.bitCount(olderDays);
        }
        if (days >= 64) {
            return Long.bitCount(newerDays) + Long.bitCount(olderDays & ((1L << (days - 64)) - 1));
        }
        return Long.bitCount(newerDays & ((1L << days) - 1));
    }

    /** Events too old for the bitmap when they came. */
    public int displaced() {
        return displaced;
    }

    /** Mean time between active days, in milliseconds; 0 while there is only one. */
    public long usualGapMillis() {
        int gaps = activeDays() - 1;
        return gaps <= 0 ? 0 : (lastMillis - firstMillis) / gaps;
    }

    /** Folds an activity at this time, which lies in this epoch day of the reporting zone. */
    public void fold(long timeMillis, long day) {
        if (isEmpty()) {
            firstMillis = timeMillis;
            lastMillis = timeMillis;
            lastDay = day;
            newerDays = 1;
            return;
        }
        firstMillis = Math.min(firstMillis, timeMillis);
        lastMillis = Math.max(lastMillis, timeMillis);
        if (day > lastDay) {
            advanceTo(day);
        }
        mark(lastDay - day);
    }

    /** Folds everything that the other has folded. */
    public void merge(Rhythm other) {
        if (other.isEmpty()) {
            return;
        }
        if (isEmpty()) {
            copyFrom(other);
            return;
        }
        Rhythm later = other.lastDay >= lastDay ? other : this;
        Rhythm earlier = new Rhythm(outcomeId);
        earlier.copyFrom(later == other ? this : other);
        earlier.advanceTo(later.lastDay);
        firstMillis = Math.min(firstMillis, other.firstMillis);
        lastMillis = Math.max(lastMillis, other.lastMillis);
        lastDay = later.lastDay;
        newerDays = earlier.newerDays | later.newerDays;
        olderDays = earlier.olderDays | later.olderDays;
        settledDays = earlier.settledDays + later.settledDays;
        displaced = (int) Math.min(Integer.MAX_VALUE, (long) displaced + other.displaced);
    }

    /** Writes at most 45 bytes. */
    public void write(ByteWriter out) {
        out.writeByte(outcomeId);
        out.writeVarint(firstMillis);
        out.writeVarint(lastMillis - firstMillis);
        out.writeSignedVarint(lastDay);
        out.writeVarint(newerDays);
        out.writeVarint(olderDays);
        out.writeVarint(settledDays);
        out.writeVarint(displaced);
    }

    /** Reads what {@link #write} wrote; its outcome must lie above the one read before. */
    static Rhythm read(ByteReader in, int outcomeBefore) {
        Rhythm rhythm = new Rhythm(in.readByte(outcomeBefore + 1, Engagement.RHYTHMS_MAX));
        rhythm.firstMillis = in.readNatural();
        rhythm.lastMillis = in.readFrom(rhythm.firstMillis);
        rhythm.lastDay = in.readSignedVarint();
        rhythm.newerDays = in.readVarint();
        rhythm.olderDays = in.readVarint();
        rhythm.settledDays = in.readCount(SETTLED_MAX);
        rhythm.displaced = in.readCount(Integer.MAX_VALUE);
        rhythm.check();
        return rhythm;
    }

    private void check() {
        long utcDay = Math.floorDiv(lastMillis, Days.DAY_MILLIS);
        if (Math.abs(lastDay - utcDay) > ZONE_DAYS_MAX) {
            throw new CorruptBytesException("day " + lastDay + " at the time " + lastMillis);
        }
        if ((newerDays & 1) == 0) {
            throw new CorruptBytesException("a last active day without activity");
        }
    }

    private boolean isEmpty() {
        return newerDays == 0 && olderDays == 0;
    }

    private void mark(long daysBeforeLast) {
        if (daysBeforeLast >= WINDOW_DAYS) {
            displaced = Math.min(Integer.MAX_VALUE - 1, displaced) + 1;
        } else if (daysBeforeLast >= 64) {
            olderDays |= 1L << (daysBeforeLast - 64);
        } else {
            newerDays |= 1L << daysBeforeLast;
        }
    }

    private void advanceTo(long day) {
        int before = Long.bitCount(newerDays) + Long.bitCount(olderDays);
        shift(day - lastDay);
        settledDays += before - Long.bitCount(newerDays) - Long.bitCount(olderDays);
        lastDay = day;
    }

    private void shift(long days) {
        if (days >= WINDOW_DAYS) {
            newerDays = 0;
            olderDays = 0;
        } else if (days >= 64) {
            olderDays = newerDays << (days - 64);
            newerDays = 0;
        } else if (days > 0) {
            olderDays = olderDays << days | newerDays >>> (64 - days);
            newerDays <<= days;
        }
    }

    private void copyFrom(Rhythm other) {
        firstMillis = other.firstMillis;
        lastMillis = other.lastMillis;
        lastDay = other.lastDay;
        newerDays = other.newerDays;
        olderDays = other.olderDays;
        settledDays = other.settledDays;
        displaced = other.displaced;
    }
}
