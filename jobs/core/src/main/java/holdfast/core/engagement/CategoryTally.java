package holdfast.core.engagement;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;

/**
 * How often, since when and until when a customer did one kind of thing.
 *
 * <p>A commutative monoid. Not thread-safe.
 */
public final class CategoryTally {

    private static final long COUNT_MAX = (1L << 35) - 1;

    private final int categoryId;
    private long count;
    private long firstMillis;
    private long lastMillis;
    private final FadedSums faded = new FadedSums();

    public CategoryTally(int categoryId) {
        this.categoryId = categoryId;
    }

    /** The category that is counted. */
    public int categoryId() {
        return categoryId;
    }

    /** Events folded, at most 2^35 - 1. */
    public long count() {
        return count;
    }

    /** Time of the first event. */
    public long firstMillis() {
        return firstMillis;
    }

    /** Time of the last event. */
    public long lastMillis() {
        return lastMillis;
    }

    /** Events counted with the weight that a half-life leaves of them now. */
    public double fadedCount(int halfLife, long nowMillis, HalfLives halfLives) {
        return faded.at(halfLife, nowMillis, halfLives);
    }

    /** Folds one event. */
    public void fold(long timeMillis, HalfLives halfLives) {
        firstMillis = count == 0 ? timeMillis : Math.min(firstMillis, timeMillis);
        lastMillis = Math.max(lastMillis, timeMillis);
        count = Math.min(COUNT_MAX, count + 1);
        faded.add(timeMillis, 1, halfLives);
    }

    /** Folds everything that the other, not empty and of the same category, has folded. */
    public void merge(CategoryTally other, HalfLives halfLives) {
        firstMillis = count == 0 ? other.firstMillis : Math.min(firstMillis, other.firstMillis);
        lastMillis = Math.max(lastMillis, other.lastMillis);
        count = Math.min(COUNT_MAX, count + other.count);
        faded.merge(other.faded, halfLives);
    }

    /** Writes at most 51 bytes. */
    public void write(ByteWriter out) {
        out.writeByte(categoryId);
        out.writeVarint(count);
        out.writeVarint(firstMillis);
        out.writeVarint(lastMillis - firstMillis);
        faded.write(out);
    }

    /** Reads what {@link #write} wrote; its category must lie above the one read before. */
    static CategoryTally read(ByteReader in, int categoryBefore) {
        CategoryTally tally =
                new CategoryTally(in.readByte(categoryBefore + 1, Engagement.TALLIES_MAX - 1));
        tally.count = in.readVarint();
        if (tally.count < 1 || tally.count > COUNT_MAX) {
            throw new CorruptBytesException("a tally of " + tally.count + " events");
        }
        tally.firstMillis = in.readNatural();
        tally.lastMillis = in.readFrom(tally.firstMillis);
        tally.faded.read(in);
        return tally;
    }
}
