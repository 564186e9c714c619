package holdfast.app.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of one topic, without a group: reading leaves no trace. Not thread-safe. */
public final class TopicReader implements AutoCloseable {

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(15);

    private final KafkaCluster cluster;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(KafkaCluster cluster, KafkaConsumer<byte[], byte[]> consumer) {
        this.cluster = cluster;
        this.consumer = consumer;
    }

    /**
     * Opens a topic at its beginning or at its end.
     *
     * @throws holdfast.app.shell.FailedRunException if Kafka does not answer or has no such topic
     */
    public static TopicReader open(KafkaCluster cluster, String topic, boolean fromBeginning) {
        Map<String, Object> settings = cluster.settings();
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        KafkaConsumer<byte[], byte[]> consumer = consumer(cluster, settings);
        try {
            List<TopicPartition> partitions = partitions(consumer, topic);
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no topic " + topic);
            }
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            // Seeking is lazy: asking for the position makes "from now" mean now.
            partitions.forEach(partition -> consumer.position(partition, FIRST_ANSWER));
        } catch (KafkaException failure) {
            consumer.close();
            throw cluster.refusal(failure);
        }
        return new TopicReader(cluster, consumer);
    }

    /** The next records, none when nothing comes in time. */
    public ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        try {
            return consumer.poll(patience);
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    /** How many records lie between here and what is the end at the time of asking, about. */
    public long ahead() {
        try {
            return consumer.endOffsets(consumer.assignment(), FIRST_ANSWER).entrySet().stream()
                    .mapToLong(
                            end -> end.getValue() - consumer.position(end.getKey(), FIRST_ANSWER))
                    .sum();
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    /** Hands on all records up to what is the end at the time of asking. */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try {
            Map<TopicPartition, Long> ends =
                    consumer.endOffsets(consumer.assignment(), FIRST_ANSWER);
            while (!isAt(ends)) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(FIRST_ANSWER)) {
                    each.accept(entry);
                }
            }
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    private boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), FIRST_ANSWER) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            KafkaCluster cluster, Map<String, Object> settings) {
        try {
            ByteArrayDeserializer bytes = new ByteArrayDeserializer();
            return new KafkaConsumer<>(settings, bytes, bytes);
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topic, FIRST_ANSWER)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        return partitions;
    }
}
