package holdfast.app.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * The real time after which a partition without good events holds nobody back.
 *
 * <p>A reader that works off a backlog may be slow for want of processor time. Taken for idle, it
 * would let the ticks run ahead of events that wait to be read, and their customers would look
 * silent. So a partition whose newest record was old when it was read gets more time than one that
 * had caught up.
 *
 * @param caughtUp after a record that was read fresh
 * @param behind before the first record, and after one older than this when it was read
 */
public record Idleness(Duration caughtUp, Duration behind) implements Serializable {

    public Idleness {
        if (caughtUp.isNegative() || caughtUp.isZero() || behind.compareTo(caughtUp) < 0) {
            throw new IllegalArgumentException(
                    "a partition that is behind needs at least the time of one that has caught up: "
                            + behind
                            + ", "
                            + caughtUp);
        }
    }

    /** The same time in either case. */
    public static Idleness of(Duration always) {
        return new Idleness(always, always);
    }
}
