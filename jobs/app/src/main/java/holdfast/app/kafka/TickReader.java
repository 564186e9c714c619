package holdfast.app.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads ticks: only their Kafka timestamp and their pace count, so that none can be broken. */
final class TickReader implements KafkaRecordDeserializationSchema<Tick> {

    private static final long serialVersionUID = 1L;

    private final TickPace pace;

    TickReader(TickPace pace) {
        this.pace = pace;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Tick> out) {
        long intervalMillis =
                Tick.intervalMillis(
                        entry.headers().lastHeader(Tick.INTERVAL_HEADER), pace.intervalMillis());
        out.collect(new Tick(entry.timestamp(), intervalMillis));
    }

    @Override
    public TypeInformation<Tick> getProducedType() {
        return TypeInformation.of(Tick.class);
    }
}
