package holdfast.app.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/** The scoring job's options that say how records move its clock. */
public final class ClockOptions {

    public static final ConfigOption<Duration> DISORDER =
            key("clock.disorder")
                    .durationType()
                    .defaultValue(Duration.ofMillis(500))
                    .withDescription(
                            "How far events may come out of order before they count as late.");

    public static final ConfigOption<Duration> FUTURE_SKEW =
            key("clock.future-skew")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription(
                            "An event that lies further beyond its Kafka timestamp is"
                                    + " dead-lettered and moves no clock.");

    public static final ConfigOption<Duration> IDLENESS =
            key("clock.idleness")
                    .durationType()
                    .noDefaultValue()
                    .withDescription(
                            "A partition without good events for so long (real time) no longer"
                                    + " holds the clock back; if it is behind, not before the"
                                    + " others have had their turns. Without it: 1s, but 5s"
                                    + " while it is behind or the clock is simulated.");

    public static final ConfigOption<Duration> UNREAD =
            key("clock.unread")
                    .durationType()
                    .noDefaultValue()
                    .withDescription(
                            "How long (real time) a partition that is behind may hold the clock"
                                    + " back while its reader reads nothing, or one other"
                                    + " partition alone, so that a slow start is not taken for"
                                    + " silent customers. Without it: as long as"
                                    + " clock.idleness; without that, 2m.");

    public static final ConfigOption<Duration> DRIFT =
            key("clock.drift")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription(
                            "How far, in event time, one partition may be read ahead of another.");

    public static final ConfigOption<Duration> TICK_INTERVAL =
            key("clock.tick-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "Time between two ticks; a gap of more than five says that the broker"
                                    + " was away.");

    public static final ConfigOption<Duration> SETTLE =
            key("clock.settle")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "After a start or a gap ticks must be continuous for so long before"
                                    + " they move the clock, so that producers can deliver what"
                                    + " they held back.");

    private ClockOptions() {}
}
