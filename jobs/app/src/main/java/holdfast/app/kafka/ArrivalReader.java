package holdfast.app.kafka;

import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.WireLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns the records of all event topics into arrivals; the topic tells the source. */
final class ArrivalReader implements KafkaRecordDeserializationSchema<Arrival> {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, SourceKind> sources;
    private final String playbookText;
    private final WireLimits limits;
    private final SchemaSource.Factory schemas;
    private transient Map<String, Normalizer> normalizers = Map.of();

    ArrivalReader(
            Map<String, SourceKind> sources,
            Playbook playbook,
            WireLimits limits,
            SchemaSource.Factory schemas) {
        this.sources = new HashMap<>(sources);
        this.playbookText = playbook.source();
        this.limits = limits;
        this.schemas = schemas;
    }

    @Override
    public void open(InitializationContext context) {
        Playbook playbook = new PlaybookReader(checked -> 0).read("playbook", playbookText).value();
        SchemaSource known = schemas.open();
        Map<String, Normalizer> opened = new HashMap<>();
        sources.forEach(
                (topic, source) ->
                        opened.put(
                                topic,
                                Normalizer.of(
                                        source,
                                        playbook.mapping(),
                                        playbook.currency(),
                                        limits,
                                        known)));
        normalizers = opened;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Arrival> out) {
        Normalizer normalizer = Objects.requireNonNull(normalizers.get(entry.topic()));
        Origin origin =
                new Origin(entry.topic(), entry.partition(), entry.offset(), entry.timestamp());
        out.collect(normalizer.arrival(origin, entry.value()));
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return CodecTypes.ARRIVAL;
    }
}
