package holdfast.app.map;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.shell.FailedRunException;
import holdfast.flink.wire.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Some records of a topic, read without a group: reading leaves no trace.
 *
 * <p>Bounded in records, bytes and time. Only what was there when reading began is read.
 */
final class TopicSample {

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final long TIME_NANOS_MAX = 30_000_000_000L;
    private static final long BYTES_MAX = 256L << 20;
    private static final int SLICES = 8;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final long deadlineNanos = System.nanoTime() + TIME_NANOS_MAX;
    private final List<RawEvent> events = new ArrayList<>();
    private long bytes;

    private TopicSample(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * Reads a sample.
     *
     * @param max how many records at most
     * @param spread whether to take them from all over the topic instead of the newest
     * @throws FailedRunException if Kafka does not answer, has no such topic, or it is empty
     */
    static List<RawEvent> read(KafkaCluster cluster, String topic, int max, boolean spread) {
        Map<String, Object> settings = cluster.settings();
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        ByteArrayDeserializer plain = new ByteArrayDeserializer();
        List<RawEvent> events;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, plain, plain)) {
            events = new TopicSample(consumer, topic).read(max, spread ? SLICES : 1);
        } catch (KafkaException failure) {
            throw cluster.refusal(failure);
        }
        if (events.isEmpty()) {
            throw new FailedRunException(
                    "topic %s at %s is empty; send some events first"
                            .formatted(topic, cluster.bootstrap()));
        }
        return events;
    }

    private List<RawEvent> read(int max, int slices) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topic, FIRST_ANSWER)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, FIRST_ANSWER);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, FIRST_ANSWER);
        partitions.removeIf(each -> offset(begins, each) >= offset(ends, each));
        int share = Math.max(1, max / Math.max(1, partitions.size() * slices));
        for (int slice = 0; slice < slices; slice++) {
            Map<TopicPartition, Long> until = new HashMap<>();
            for (TopicPartition partition : partitions) {
                long begin = offset(begins, partition);
                long end = offset(ends, partition);
                long sliceEnd = begin + (end - begin) * (slice + 1) / slices;
                long sliceBegin = begin + (end - begin) * slice / slices;
                consumer.seek(partition, Math.max(sliceBegin, sliceEnd - share));
                until.put(partition, sliceEnd);
            }
            readUntil(until, max);
        }
        return events;
    }

    private void readUntil(Map<TopicPartition, Long> until, int max) {
        consumer.resume(until.keySet());
        while (!until.isEmpty() && isWithinBounds(max)) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(PATIENCE)) {
                long end = until.getOrDefault(partition(found), 0L);
                if (found.offset() < end && isWithinBounds(max)) {
                    add(found);
                }
            }
            for (TopicPartition partition : List.copyOf(until.keySet())) {
                if (consumer.position(partition) >= offset(until, partition)) {
                    until.remove(partition);
                    consumer.pause(List.of(partition));
                }
            }
        }
    }

    private boolean isWithinBounds(int max) {
        return events.size() < max && bytes < BYTES_MAX && System.nanoTime() - deadlineNanos < 0;
    }

    private void add(ConsumerRecord<byte[], byte[]> found) {
        byte[] value = found.value() == null ? new byte[0] : found.value();
        bytes += value.length;
        Origin origin = new Origin(topic, found.partition(), found.offset(), found.timestamp());
        String place = "partition %d offset %d".formatted(found.partition(), found.offset());
        events.add(new RawEvent(origin, value, place));
    }

    private TopicPartition partition(ConsumerRecord<byte[], byte[]> found) {
        return new TopicPartition(topic, found.partition());
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
