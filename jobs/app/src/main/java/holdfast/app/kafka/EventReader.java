package holdfast.app.kafka;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions of one reader have in common: the wall clock, and whose turn it is. Turns are
 * numbered from 1. Not thread-safe: one reader's thread.
 */
final class EventReader {

    private final LongSupplier wallClock;
    private @Nullable Object partition;
    private long turn;
    private long records;
    private long goneRound = -1;

    EventReader(LongSupplier wallClock) {
        this.wallClock = wallClock;
    }

    /** How long ago an instant was, in milliseconds. */
    long ageMillis(long atMillis) {
        return wallClock.getAsLong() - atMillis;
    }

    /** How many records have been read. */
    long records() {
        return records;
    }

    /** The newest turn; 0 before the first. */
    long turn() {
        return turn;
    }

    boolean isReading(Object asked) {
        return partition == asked;
    }

    /** Notes a record; whether it begins a turn of its partition. */
    boolean read(Object from) {
        records++;
        if (partition == from) {
            return false;
        }
        partition = from;
        turn++;
        return true;
    }

    /** Tells that whoever has had no turn since the one given had nothing to read meanwhile. */
    void haveGoneRoundSince(long began) {
        goneRound = Math.max(goneRound, began);
    }

    /** Whether the reader has gone round all partitions since a turn. */
    boolean hasGoneRoundSince(long since) {
        return goneRound > since;
    }
}
