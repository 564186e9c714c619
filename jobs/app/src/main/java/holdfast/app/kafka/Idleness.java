package holdfast.app.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * The real time after which a partition without good events holds nobody back.
 *
 * <p>A partition that works off a backlog must not be taken for idle, or the ticks would run ahead
 * of events that wait to be read, and their customers would look silent. So one whose newest record
 * was old when it was read, or that has not been read yet, is idle only when the reader has gone
 * round it, see {@link PartitionTurn}. A reader that reads nothing at all may wait for a broker.
 *
 * @param caughtUp after a record that was read fresh
 * @param behind before the first record, and after one older than this when it was read, once the
 *     reader has gone round
 * @param unread the same if it cannot be told whether the reader has gone round: when it reads
 *     nothing, or one partition alone
 */
public record Idleness(Duration caughtUp, Duration behind, Duration unread)
        implements Serializable {

    public Idleness {
        if (caughtUp.isNegative()
                || caughtUp.isZero()
                || behind.compareTo(caughtUp) < 0
                || unread.compareTo(behind) < 0) {
            throw new IllegalArgumentException(
                    "the less is known of a partition, the more time it needs: "
                            + caughtUp
                            + ", "
                            + behind
                            + ", "
                            + unread);
        }
    }

    /** The same time in every case. */
    public static Idleness of(Duration always) {
        return new Idleness(always, always, always);
    }
}
