package holdfast.core.engagement;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;

/**
 * Sums of non-negative amounts, each amount halving with every half-life since it came.
 *
 * <p>A commutative monoid: the order of additions and merges changes a sum by rounding alone
 * (relative 1e-12 for up to a million additions). Not thread-safe.
 */
public final class FadedSums {

    /*
     * The sums are held as of the newest addition. An older addition is faded to that instant before
     * it is added, a newer one first fades the sums to its own. Both give sum(amount * 2^(-(t-t_i)/h))
     * with t the newest time, so order is immaterial. Signed amounts would cancel and lose the
     * bound: refunds are summed apart.
     */
    private long atMillis;
    private double shortSum;
    private double mediumSum;
    private double longSum;

    /** Whether nothing was ever added. */
    public boolean isEmpty() {
        return atMillis == 0;
    }

    /** Adds a non-negative amount that came at the given time. */
    public void add(long timeMillis, double amount, HalfLives halfLives) {
        moveTo(timeMillis, halfLives);
        long elapsedMillis = atMillis - timeMillis;
        shortSum += amount * halfLives.fade(HalfLives.SHORT, elapsedMillis);
        mediumSum += amount * halfLives.fade(HalfLives.MEDIUM, elapsedMillis);
        longSum += amount * halfLives.fade(HalfLives.LONG, elapsedMillis);
    }

    /** Adds everything that was added to the other. */
    public void merge(FadedSums other, HalfLives halfLives) {
        if (other.isEmpty()) {
            return;
        }
        moveTo(other.atMillis, halfLives);
        long elapsedMillis = atMillis - other.atMillis;
        shortSum += other.shortSum * halfLives.fade(HalfLives.SHORT, elapsedMillis);
        mediumSum += other.mediumSum * halfLives.fade(HalfLives.MEDIUM, elapsedMillis);
        longSum += other.longSum * halfLives.fade(HalfLives.LONG, elapsedMillis);
    }

    /** The sum for a half-life, faded to now; now before the newest addition counts as then. */
    public double at(int halfLife, long nowMillis, HalfLives halfLives) {
        return sum(halfLife) * halfLives.fade(halfLife, nowMillis - atMillis);
    }

    /** Forgets everything. */
    public void clear() {
        atMillis = 0;
        shortSum = 0;
        mediumSum = 0;
        longSum = 0;
    }

    /** Writes at most 31 bytes: time, then the three sums. Empty sums take one byte. */
    public void write(ByteWriter out) {
        out.writeVarint(atMillis);
        if (isEmpty()) {
            return;
        }
        out.writeDouble(shortSum);
        out.writeDouble(mediumSum);
        out.writeDouble(longSum);
    }

    /** Reads what {@link #write} wrote. */
    public void read(ByteReader in) {
        clear();
        atMillis = in.readNatural();
        if (isEmpty()) {
            return;
        }
        shortSum = readSum(in);
        mediumSum = readSum(in);
        longSum = readSum(in);
    }

    private static double readSum(ByteReader in) {
        double sum = in.readDouble();
        if (!(sum >= 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new CorruptBytesException("a faded sum of " + sum);
        }
        return sum;
    }

    private double sum(int halfLife) {
        return switch (halfLife) {
            case HalfLives.SHORT -> shortSum;
            case HalfLives.MEDIUM -> mediumSum;
            case HalfLives.LONG -> longSum;
            default -> throw new IllegalArgumentException("no half-life " + halfLife);
        };
    }

    private void moveTo(long timeMillis, HalfLives halfLives) {
        if (timeMillis <= atMillis) {
            return;
        }
        if (!isEmpty()) {
            long elapsedMillis = timeMillis - atMillis;
            shortSum *= halfLives.fade(HalfLives.SHORT, elapsedMillis);
            mediumSum *= halfLives.fade(HalfLives.MEDIUM, elapsedMillis);
            longSum *= halfLives.fade(HalfLives.LONG, elapsedMillis);
        }
        atMillis = timeMillis;
    }
}
