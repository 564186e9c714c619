package holdfast.app.kafka;

import holdfast.app.options.ScoringOptions;
import java.io.Serializable;
import java.time.Duration;
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

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);

    /**
     * Reads the options. With a simulated clock partitions are not held together: its hours pass
     * faster than the sources agree on how far they have come.
     */
    public static ClockSettings of(Configuration options) {
        boolean simulated = options.get(ScoringOptions.SIMULATED);
        Duration drift = simulated ? Duration.ZERO : options.get(ScoringOptions.DRIFT);
        return new ClockSettings(
                options.get(ScoringOptions.DISORDER),
                options.getOptional(ScoringOptions.IDLENESS)
                        .map(Idleness::of)
                        .orElse(simulated ? Idleness.of(LONG) : new Idleness(SHORT, LONG)),
                drift,
                new TickPace(
                        options.get(ScoringOptions.TICK_INTERVAL).toMillis(),
                        options.get(ScoringOptions.SETTLE).toMillis()));
    }
}
