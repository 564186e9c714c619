package holdfast.benchmarks.endtoend;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.core.activity.SourceKind;
import holdfast.simulator.SimulatedRecord;
import holdfast.simulator.Simulation;
import holdfast.simulator.SimulationSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Simulated events in Kafka, all written before the job starts, with the usual faults among them
 * and a tick every simulated hour.
 */
final class Traffic {

    private static final long START_MILLIS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long SEED = 1;

    private final Topics topics;
    private final int customers;
    private long written;
    private long daysMillis;
    private volatile @Nullable Exception failure;

    Traffic(Topics topics, int customers) {
        this.topics = topics;
        this.customers = customers;
    }

    /** Writes at least so many events, to the end of the simulated hour. */
    void write(KafkaCluster cluster, long events) {
        Simulation simulation =
                new Simulation(SimulationSettings.demo(SEED, START_MILLIS, customers));
        Map<String, Object> settings = cluster.settings();
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", "20");
        settings.put("batch.size", Integer.toString(1 << 18));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long hour = 1; written < events; hour++) {
                long untilMillis = START_MILLIS + hour * HOUR_MILLIS;
                simulation.advanceTo(untilMillis, record -> send(producer, record));
                write(
                        producer,
                        Tick.produced(topics.name(Topic.TICKS), untilMillis, hour, HOUR_MILLIS));
                daysMillis = hour * HOUR_MILLIS;
            }
            producer.flush();
        }
    }

    /** Events written. */
    long written() {
        return written;
    }

    /** Simulated time that they span, in days. */
    double days() {
        return daysMillis / (24.0 * HOUR_MILLIS);
    }

    private void send(KafkaProducer<byte[], byte[]> producer, SimulatedRecord record) {
        String key = record.key();
        write(
                producer,
                new ProducerRecord<>(
                        topics.name(topic(record.source())),
                        null,
                        record.kafkaTimestampMillis(),
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                        record.value()));
        written++;
    }

    private void write(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        Exception refused = failure;
        if (refused != null) {
            throw new IllegalStateException("the broker refuses records", refused);
        }
        Future<RecordMetadata> unused =
                producer.send(record, (metadata, thrown) -> failure = thrown);
    }

    private static Topic topic(SourceKind source) {
        return switch (source) {
            case CLICKSTREAM -> Topic.CLICKSTREAM;
            case TRANSACTION -> Topic.TRANSACTIONS;
            case SERVICE -> Topic.SERVICE;
            case PROFILE -> Topic.PROFILE;
            case OUTCOME -> Topic.OUTCOMES;
            case CONTROL -> Topic.CONTROL;
        };
    }
}
