package holdfast.app.kafka;

import holdfast.flink.wire.Ticks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A tick as the clock sees it.
 *
 * @param timeMillis the timestamp of its record
 * @param intervalMillis time to the next tick, as its writer promises
 */
public record Tick(long timeMillis, long intervalMillis) {

    /** The record header in which a writer says how often it ticks, in milliseconds. */
    static final String INTERVAL_HEADER = "interval_millis";

    private static final long DAY_MILLIS = 86_400_000;

    /**
     * The record of a tick.
     *
     * @param sequence count of ticks since the writer started
     * @param intervalMillis how often the writer ticks
     */
    public static ProducerRecord<byte[], byte[]> produced(
            String topic, long timeMillis, long sequence, long intervalMillis) {
        byte[] value = Ticks.json(timeMillis, sequence);
        byte[] interval = Long.toString(intervalMillis).getBytes(StandardCharsets.US_ASCII);
        List<Header> headers = List.of(new RecordHeader(INTERVAL_HEADER, interval));
        return new ProducerRecord<>(topic, 0, timeMillis, null, value, headers);
    }

    /** What a header says, or the given interval when there is none or it makes no sense. */
    static long intervalMillis(@Nullable Header header, long otherwiseMillis) {
        if (header == null || header.value() == null) {
            return otherwiseMillis;
        }
        try {
            long millis = Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
            return millis < 1 || millis > DAY_MILLIS ? otherwiseMillis : millis;
        } catch (NumberFormatException nonsense) {
            return otherwiseMillis;
        }
    }
}
