package holdfast.app.kafka;

import holdfast.app.options.ClockOptions;
import holdfast.app.options.ScoringOptions;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * How records move the job's clock.
 *
 * @param disorder how far events may come out of order
 * @param idleness when a partition without good events holds nobody back
 * @param drift how far, in event time, one partition may be read ahead of another; zero: any
 * @param ticks pace of the tick topic
 */
public record ClockSettings(Duration disorder, Idleness idleness, Duration drift, TickPace ticks)
        implements Serializable {

    private static final Duration CAUGHT_UP = Duration.ofSeconds(1);
    private static final Duration BEHIND = Duration.ofSeconds(5);
    private static final Duration UNREAD = Duration.ofMinutes(2);

    /**
     * Reads the options. With a simulated clock partitions are not held together: its hours pass
     * faster than the sources agree on how far they have come.
     */
    public static ClockSettings of(Configuration options) {
        boolean simulated = options.get(ScoringOptions.SIMULATED);
        Duration drift = simulated ? Duration.ZERO : options.get(ClockOptions.DRIFT);
        return new ClockSettings(
                options.get(ClockOptions.DISORDER),
                idleness(options, simulated ? BEHIND : CAUGHT_UP),
                drift,
                new TickPace(
                        options.get(ClockOptions.TICK_INTERVAL).toMillis(),
                        options.get(ClockOptions.SETTLE).toMillis()));
    }

    private static Idleness idleness(Configuration options, Duration caughtUp) {
        Optional<Duration> always = options.getOptional(ClockOptions.IDLENESS);
        Duration behind = always.orElse(BEHIND);
        Duration unread = options.getOptional(ClockOptions.UNREAD).orElse(always.orElse(UNREAD));
        return new Idleness(
                always.orElse(caughtUp), behind, unread.compareTo(behind) < 0 ? behind : unread);
    }
}
