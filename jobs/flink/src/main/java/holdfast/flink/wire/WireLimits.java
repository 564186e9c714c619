package holdfast.flink.wire;

import java.io.Serializable;

/**
 * What the edge lets pass.
 *
 * @param valueBytesMax longest record value, in bytes
 * @param skewMillis how far an event's time may lie beyond its Kafka timestamp
 */
public record WireLimits(int valueBytesMax, long skewMillis) implements Serializable {
    /** Longest customer id and longest event name, in characters. */
    public static final int NAME_CHARS_MAX = 128;

    /** Largest amount either way, in minor units. */
    public static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;

    /** No event is older than 1990-01-01. */
    public static final long TIME_MILLIS_MIN = 631_152_000_000L;

    /** No event is as late as 2100-01-01, whatever its Kafka timestamp says. */
    public static final long TIME_MILLIS_END = 4_102_444_800_000L;

    /** 4 MiB a record and five minutes of skew. */
    public static final WireLimits DEFAULT = new WireLimits(4 << 20, 300_000);

    public WireLimits {
        if (valueBytesMax < 1) {
            throw new IllegalArgumentException("valueBytesMax must be positive: " + valueBytesMax);
        }
        if (skewMillis < 0 || skewMillis > TIME_MILLIS_MIN) {
            throw new IllegalArgumentException("skewMillis must be 0 to 20 years: " + skewMillis);
        }
    }
}
