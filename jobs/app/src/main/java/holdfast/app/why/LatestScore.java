package holdfast.app.why;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.shell.FailedRunException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Finds a customer's latest message on the compacted score topic.
 *
 * <p>Reads only the partition that Kafka's default partitioner gives the customer, from its
 * beginning to what is its end at the time of asking.
 */
record LatestScore(KafkaCluster cluster, String topic) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * The message; empty when there is none, or its latest is a deletion.
     *
     * @throws FailedRunException if Kafka does not answer or has no such topic
     */
    Optional<byte[]> of(String customerId) {
        Map<String, Object> settings = cluster.settings();
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            byte[] key = customerId.getBytes(StandardCharsets.UTF_8);
            return Optional.ofNullable(lastOf(key, partition(consumer, key), consumer));
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    private TopicPartition partition(KafkaConsumer<byte[], byte[]> consumer, byte[] key) {
        int partitions = consumer.partitionsFor(topic, PATIENCE).size();
        if (partitions == 0) {
            throw new FailedRunException(
                    "there is no topic " + topic + " at " + cluster.bootstrap());
        }
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions);
    }

    private static byte @Nullable [] lastOf(
            byte[] key, TopicPartition partition, KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        byte[] last = null;
        while (consumer.position(partition, PATIENCE) < end) {
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(PATIENCE)) {
                if (Arrays.equals(entry.key(), key)) {
                    last = entry.value();
                }
            }
        }
        return last;
    }
}
