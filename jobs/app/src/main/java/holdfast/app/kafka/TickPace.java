package holdfast.app.kafka;

import java.io.Serializable;

/**
 * How often ticks come, and how long they must be continuous before they are believed.
 *
 * @param intervalMillis between two ticks by the wall clock
 * @param settleMillis after a gap, for ticks of that interval; it scales with the interval, so that
 *     a simulated clock waits for as many ticks
 */
public record TickPace(long intervalMillis, long settleMillis) implements Serializable {

    public TickPace {
        if (intervalMillis < 1 || settleMillis < 0) {
            throw new IllegalArgumentException(
                    "ticks need an interval of at least 1 ms and a settle time of at least 0: "
                            + intervalMillis
                            + ", "
                            + settleMillis);
        }
    }

    long settleMillis(long actualIntervalMillis) {
        return Math.round((double) settleMillis / intervalMillis * actualIntervalMillis);
    }
}
