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
    private long generation;
    private long generationMillis;
    private long goneRound = -1;

    EventReader(LongSupplier wallClock) {
        this.wallClock = wallClock;
    }

    long nowMillis() {
        return wallClock.getAsLong();
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

    /** How often a record was read that was not in Kafka yet when the time before was. */
    long generation() {
        return generation;
    }

    /**
     * Notes a record; whether it begins a turn of its partition.
     *
     * @param atMillis when it reached Kafka; who says that it is yet to come is not to be trusted
     */
    boolean read(Object from, long atMillis, long nowMillis) {
        if (records == 0) {
            generationMillis = nowMillis;
        } else if (atMillis > generationMillis && atMillis <= nowMillis) {
            generation++;
            generationMillis = nowMillis;
        }
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
