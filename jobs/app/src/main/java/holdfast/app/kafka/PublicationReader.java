package holdfast.app.kafka;

import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns records of the model and playbook topics into publications, not yet checked. */
final class PublicationReader implements KafkaRecordDeserializationSchema<Publication> {

    private static final long serialVersionUID = 1L;

    private static final String EFFECTIVE_HEADER = "effective_from_millis";
    private static final byte[] NO_BYTES = {};

    private final String playbookTopic;

    PublicationReader(String playbookTopic) {
        this.playbookTopic = playbookTopic;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Publication> out) {
        Origin origin =
                new Origin(entry.topic(), entry.partition(), entry.offset(), entry.timestamp());
        byte[] value = entry.value() == null ? NO_BYTES : entry.value();
        out.collect(new Publication(kind(entry), origin, effectiveFromMillis(entry), value));
    }

    @Override
    public TypeInformation<Publication> getProducedType() {
        return CodecTypes.PUBLICATION;
    }

    private Publication.Kind kind(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.topic().equals(playbookTopic)) {
            return Publication.Kind.PLAYBOOK;
        }
        return ModelTopic.isPopulation(entry)
                ? Publication.Kind.POPULATION
                : Publication.Kind.model(ModelTopic.pin(entry));
    }

    /** What the header says; a header that says nothing useful is as none. */
    private static long effectiveFromMillis(ConsumerRecord<byte[], byte[]> entry) {
        Header header = entry.headers().lastHeader(EFFECTIVE_HEADER);
        if (header == null || header.value() == null) {
            return entry.timestamp();
        }
        try {
            return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException nonsense) {
            return entry.timestamp();
        }
    }
}
