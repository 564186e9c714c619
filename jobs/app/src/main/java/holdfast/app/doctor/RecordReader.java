package holdfast.app.doctor;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TopicFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the newest records of topics without a group, a bounded number in a bounded time. Not
 * thread-safe.
 */
final class RecordReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final KafkaConsumer<byte[], byte[]> consumer;

    private RecordReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static RecordReader open(KafkaCluster cluster) {
        Map<String, Object> settings = cluster.settings();
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", "15000");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try {
            return new RecordReader(new KafkaConsumer<>(settings, bytes, bytes));
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    /** About so many of the newest records, evenly of all partitions. */
    List<ConsumerRecord<byte[], byte[]>> newest(TopicFacts topic, int count) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int each = (count + partitions.size() - 1) / partitions.size();
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            long begin = begins.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(begin, end - each));
        }
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        long startNanos = System.nanoTime();
        while (!ends.entrySet().stream().allMatch(this::isPassed)
                && System.nanoTime() - startNanos < PATIENCE_NANOS) {
            consumer.poll(POLL).forEach(read::add);
        }
        read.removeIf(entry -> entry.offset() >= ends.getOrDefault(partition(entry), 0L));
        return read;
    }

    /** The next record that comes to the topic read last and fits, or null when time is up. */
    boolean awaitNext(Predicate<ConsumerRecord<byte[], byte[]>> fits, Duration patience) {
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < patience.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                if (fits.test(entry)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many offsets lie behind an instant. */
    long countSince(TopicFacts topic, long sinceMillis) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, sinceMillis));
        long count = 0;
        for (var first : consumer.offsetsForTimes(asked).entrySet()) {
            if (first.getValue() != null) {
                count += ends.getOrDefault(first.getKey(), 0L) - first.getValue().offset();
            }
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isPassed(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> entry) {
        return new TopicPartition(entry.topic(), entry.partition());
    }

    private static List<TopicPartition> partitions(TopicFacts topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < topic.partitions(); i++) {
            partitions.add(new TopicPartition(topic.name(), i));
        }
        return partitions;
    }
}
