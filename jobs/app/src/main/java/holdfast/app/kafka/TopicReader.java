package holdfast.app.kafka;

import holdfast.core.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
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

    /** Longer than it takes brokers to agree on a new leader. */
    private static final Duration STANDSTILL_MAX = Duration.ofSeconds(60);

    private final KafkaCluster cluster;
    private final Consumer<byte[], byte[]> consumer;
    private final LongSupplier nanos;

    /**
     * Reads what the consumer is assigned to.
     *
     * @param nanos a clock that only measures, as {@link System#nanoTime}
     */
    TopicReader(KafkaCluster cluster, Consumer<byte[], byte[]> consumer, LongSupplier nanos) {
        this.cluster = cluster;
        this.consumer = consumer;
        this.nanos = nanos;
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
        return new TopicReader(cluster, consumer, System::nanoTime);
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

    /**
     * Hands on all records up to what is the end at the time of asking.
     *
     * @throws holdfast.app.shell.FailedRunException if Kafka refuses, or for a minute nothing comes
     *     although the end is not reached
     */
    public void readToEnd(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try {
            Map<TopicPartition, Long> ends =
                    consumer.endOffsets(consumer.assignment(), FIRST_ANSWER);
            long left = left(ends);
            long movedNanos = nanos.getAsLong();
            while (left > 0) {
                consumer.poll(FIRST_ANSWER).forEach(each);
                long leftNow = left(ends);
                if (leftNow < left) {
                    left = leftNow;
                    movedNanos = nanos.getAsLong();
                } else if (nanos.getAsLong() - movedNanos >= STANDSTILL_MAX.toNanos()) {
                    throw standstill(left);
                }
            }
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
    }

    private long left(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(
                        end ->
                                Math.max(
                                        0,
                                        end.getValue()
                                                - consumer.position(end.getKey(), FIRST_ANSWER)))
                .sum();
    }

    private KafkaException standstill(long left) {
        return new KafkaException(
                "nothing came from %s for %s and %d records are missing; see that all its brokers are up, then begin again"
                        .formatted(
                                consumer.assignment().iterator().next().topic(),
                                Durations.print(STANDSTILL_MAX.toMillis()),
                                left));
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
