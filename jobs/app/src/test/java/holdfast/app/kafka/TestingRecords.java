package holdfast.app.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to a broker and reads what is there. */
public final class TestingRecords implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long TIMEOUT_NANOS = 20_000_000_000L;

    private final KafkaCluster cluster;
    private final KafkaProducer<byte[], byte[]> producer;

    public TestingRecords(KafkaCluster cluster) {
        this.cluster = cluster;
        ByteArraySerializer bytes = new ByteArraySerializer();
        this.producer = new KafkaProducer<>(cluster.settings(), bytes, bytes);
    }

    /** Sends a record and waits until the broker has it. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Sends a text under a key. */
    public void send(String topic, String key, long timestampMillis, String value) {
        send(
                new ProducerRecord<>(
                        topic,
                        null,
                        timestampMillis,
                        key.getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first records of a topic; fails when they do not come in time. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        long deadlineNanos = System.nanoTime() + TIMEOUT_NANOS;
        try (TopicReader reader = TopicReader.open(cluster, topic, true)) {
            while (read.size() < count) {
                reader.poll(PATIENCE).forEach(read::add);
                if (System.nanoTime() > deadlineNanos) {
                    throw new AssertionError(topic + " has " + read.size() + " of " + count);
                }
            }
        }
        return read;
    }

    /** All records that a topic holds now. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(cluster.settings(), bytes, bytes)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(read::add);
            }
        }
        return read;
    }

    @Override
    public void close() {
        producer.close();
    }
}
