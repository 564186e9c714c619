package holdfast.app.kafka;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes the wall clock's time as a tick. */
final class TickWriter implements KafkaRecordSerializationSchema<Long> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final TickPace pace;

    TickWriter(String topic, TickPace pace) {
        this.topic = topic;
        this.pace = pace;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Long count, KafkaSinkContext context, @Nullable Long timestamp) {
        long nowMillis = System.currentTimeMillis();
        return Tick.produced(topic, nowMillis, count, pace.intervalMillis());
    }
}
