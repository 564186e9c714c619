package holdfast.app.demo;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.core.activity.SourceKind;
import holdfast.simulator.SimulatedRecord;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the demo's records to Kafka under their simulated timestamps, and counts those that are
 * input events. Used by one thread; the count may be read by any.
 */
final class Traffic implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<SourceKind, String> topicOf = new EnumMap<>(SourceKind.class);
    private final AtomicLong produced = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaCluster cluster;
    private long ticks;

    Traffic(KafkaCluster cluster, Topics topics) {
        this.cluster = cluster;
        this.topics = topics;
        Map<String, Object> settings = cluster.settings();
        settings.put("acks", "all");
        settings.put("linger.ms", "5");
        settings.put("batch.size", Integer.toString(128 << 10));
        settings.put("compression.type", "lz4");
        ByteArraySerializer bytes = new ByteArraySerializer();
        producer = new KafkaProducer<>(settings, bytes, bytes);
        topicOf.put(SourceKind.CLICKSTREAM, topics.name(Topic.CLICKSTREAM));
        topicOf.put(SourceKind.TRANSACTION, topics.name(Topic.TRANSACTIONS));
        topicOf.put(SourceKind.SERVICE, topics.name(Topic.SERVICE));
        topicOf.put(SourceKind.PROFILE, topics.name(Topic.PROFILE));
        topicOf.put(SourceKind.OUTCOME, topics.name(Topic.OUTCOMES));
        topicOf.put(SourceKind.CONTROL, topics.name(Topic.CONTROL));
    }

    /** Sends a record of the shop. */
    void send(SimulatedRecord shopRecord) {
        String key = shopRecord.key();
        send(
                new ProducerRecord<>(
                        Objects.requireNonNull(topicOf.get(shopRecord.source())),
                        null,
                        shopRecord.kafkaTimestampMillis(),
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                        shopRecord.value()));
    }

    /** Publishes a model or population figures. */
    void publish(String key, String text, long timeMillis) {
        send(
                new ProducerRecord<>(
                        topics.name(Topic.MODELS),
                        null,
                        timeMillis,
                        key.getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets the job know the time, after everything sent so far has arrived. */
    void tick(long timeMillis) {
        flush();
        hand(Tick.produced(topics.name(Topic.TICKS), timeMillis, ticks, DemoTime.TICK_MILLIS));
        ticks++;
    }

    /**
     * Waits until all that was sent has arrived.
     *
     * @throws holdfast.app.shell.FailedRunException if any of it could not
     */
    void flush() {
        producer.flush();
        Exception refused = failure.get();
        if (refused != null) {
            throw cluster.refusal(refused);
        }
    }

    /** Records sent to the job's input topics, ticks apart. */
    long produced() {
        return produced.get();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(ProducerRecord<byte[], byte[]> entry) {
        hand(entry);
        produced.incrementAndGet();
    }

    /** What becomes of it the callback learns. */
    private void hand(ProducerRecord<byte[], byte[]> entry) {
        Future<RecordMetadata> unused = producer.send(entry, this::onArrival);
    }

    private void onArrival(@Nullable RecordMetadata place, @Nullable Exception refused) {
        if (refused != null) {
            failure.compareAndSet(null, refused);
        }
    }
}
