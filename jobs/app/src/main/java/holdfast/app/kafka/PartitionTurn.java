package holdfast.app.kafka;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness.IdlenessTimer;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Whether a partition may have records that wait for their turn, behind those of the reader's other
 * partitions.
 *
 * <p>A reader works off what was fetched of one partition before it goes on to the next, and what
 * is fetched waits in line behind what was fetched before. So once some partition comes to its turn
 * again, whoever has had none meanwhile had nothing in line. Where one turn ends and the next
 * begins, records of both come mixed, so that one turn may look like three; hence four are waited
 * for. Records that were not in Kafka yet when one was read have been fetched after it, which says
 * the same. Who is read alone has one turn without end; then, and while nothing is read, time
 * decides.
 *
 * <p>Not thread-safe: one reader's thread.
 */
final class PartitionTurn {

    private static final int AGAIN = 3;
    private static final int LATER_ONES = 2; // one may have been on its way already

    private final EventReader reader;
    private final IdlenessTimer rest;
    private final IdlenessTimer alone;
    private final long[] began = new long[AGAIN];
    private int turns;
    private long since;
    private long sinceGeneration;
    private long recordsSeen;

    /**
     * A partition that has had no turn.
     *
     * @param unread after which a reader that reads nothing, or one partition alone, has nothing
     *     else to read
     */
    PartitionTurn(EventReader reader, Duration unread, RelativeClock activity) {
        this.reader = reader;
        this.rest = new IdlenessTimer(activity, unread);
        this.alone = new IdlenessTimer(activity, unread);
        waitAnew();
    }

    /**
     * Notes a record of the partition.
     *
     * @param atMillis when it reached Kafka
     */
    void read(long atMillis, long nowMillis) {
        if (reader.read(this, atMillis, nowMillis)) {
            begin();
        }
    }

    private void begin() {
        alone.activity();
        int place = turns % AGAIN;
        if (turns >= AGAIN) {
            reader.haveGoneRoundSince(began[place]);
        }
        began[place] = reader.turn();
        turns++;
    }

    /** Counts the wait from now, when a record has just been read. */
    void waitAnew() {
        since = reader.turn();
        sinceGeneration = reader.generation();
    }

    /** Whether it may wait for its turn; to be asked every now and then, or time does not count. */
    boolean isWaiting() {
        if (reader.isReading(this) && alone.checkIfIdle()) {
            reader.haveGoneRoundSince(reader.turn());
        }
        if (reader.records() != recordsSeen) {
            recordsSeen = reader.records();
            rest.activity();
        }
        boolean hasRested = rest.checkIfIdle();
        return !hasRested
                && !reader.hasGoneRoundSince(since)
                && reader.generation() < sinceGeneration + LATER_ONES;
    }
}
