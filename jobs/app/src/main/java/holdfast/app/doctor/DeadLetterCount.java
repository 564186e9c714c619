package holdfast.app.doctor;

import holdfast.app.kafka.TopicFacts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Counts what was refused of late.
 *
 * @param nowMillis this host's clock
 */
record DeadLetterCount(RecordReader reader, long nowMillis) {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int SAMPLE = 100;

    /** The count; empty when the topic may not be read. */
    Optional<Facts.DeadLetters> of(TopicFacts topic) {
        try {
            long lastHour = reader.countSince(topic, nowMillis - HOUR_MILLIS);
            Map<String, Integer> reasons = new TreeMap<>();
            if (lastHour > 0) {
                for (ConsumerRecord<byte[], byte[]> entry : reader.newest(topic, SAMPLE)) {
                    reasons.merge(reason(entry), 1, Integer::sum);
                }
            }
            return Optional.of(new Facts.DeadLetters(topic.name(), lastHour, reasons));
        } catch (KafkaException failure) {
            return Optional.empty(); // the job itself only writes there
        }
    }

    private static String reason(ConsumerRecord<byte[], byte[]> entry) {
        Header reason = entry.headers().lastHeader("reason");
        return reason == null ? "?" : new String(reason.value(), StandardCharsets.UTF_8);
    }
}
