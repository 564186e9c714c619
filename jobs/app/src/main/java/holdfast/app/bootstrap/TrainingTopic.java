package holdfast.app.bootstrap;

import static java.util.Objects.requireNonNull;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TopicReader;
import holdfast.app.shell.WrongUseException;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the learning job of a history, as the scoring job would have: on the training topic, in the
 * order of time. Not thread-safe.
 */
final class TrainingTopic implements AutoCloseable {

    private static final int PARTITION = 0; // there is one, since records have one order

    private static final Comparator<TrainingRecord> BY_TIME =
            Comparator.comparingLong(TrainingRecord::atMillis)
                    .thenComparingLong(TrainingRecord::customerKey)
                    .thenComparingInt(TrainingRecord::outcomeId)
                    .thenComparing(TrainingRecord::kind);

    private final KafkaCluster cluster;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final TrainingMessages messages = new TrainingMessages();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private TrainingTopic(
            KafkaCluster cluster, String topic, KafkaProducer<byte[], byte[]> producer) {
        this.cluster = cluster;
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Opens the topic, which must be there.
     *
     * @throws WrongUseException if it holds records: two pasts are more than one
     */
    static TrainingTopic open(KafkaCluster cluster, String topic) {
        try (TopicReader reader = TopicReader.open(cluster, topic, true)) {
            reader.readToEnd(
                    record -> {
                        throw new WrongUseException(
                                "--teach: %s at %s holds records already, and the learning job would hear of two pasts; leave --teach out, or name another --prefix"
                                        .formatted(topic, cluster.bootstrap()));
                    });
        }
        Map<String, Object> settings = cluster.settings();
        settings.put("acks", "all");
        settings.put("linger.ms", "5");
        settings.put("compression.type", "lz4");
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new TrainingTopic(cluster, topic, new KafkaProducer<>(settings, bytes, bytes));
    }

    /** Tells of what lies between two instants; later ones must not come before. */
    void tell(List<TrainingRecord> records) {
        records.stream().sorted(BY_TIME).forEach(this::send);
        producer.flush();
        Exception refused = failure.get();
        if (refused != null) {
            throw cluster.refusal(refused);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(TrainingRecord record) {
        byte[] value = requireNonNull(messages.encoded(record).value());
        Future<RecordMetadata> unused =
                producer.send(
                        new ProducerRecord<>(topic, PARTITION, record.atMillis(), null, value),
                        (place, refused) -> {
                            if (refused != null) {
                                failure.compareAndSet(null, refused);
                            }
                        });
    }
}
