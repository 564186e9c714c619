package holdfast.app.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** A consumer of one partition without a broker; each poll of it takes the same time. */
final class TestingConsumer extends MockConsumer<byte[], byte[]> {

    private final TopicPartition partition;
    private final Duration poll;
    private final Map<Integer, Integer> sent = new HashMap<>();
    private int polls;
    private long next;

    TestingConsumer(String topic, Duration poll) {
        super("earliest");
        this.partition = new TopicPartition(topic, 0);
        this.poll = poll;
        assign(List.of(partition));
        updateBeginningOffsets(Map.of(partition, 0L));
        seekToBeginning(List.of(partition));
        hold(0);
    }

    /** The broker says that it has so many records. */
    void hold(long records) {
        updateEndOffsets(Map.of(partition, records));
    }

    /** The poll of that number, from 1, brings so many of them. */
    void sendAtPoll(int number, int records) {
        sent.put(number, records);
    }

    int polls() {
        return polls;
    }

    /** What the polls took. */
    long nanos() {
        return polls * poll.toNanos();
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        polls++;
        for (int i = 0; i < sent.getOrDefault(polls, 0); i++) {
            addRecord(
                    new ConsumerRecord<>(
                            partition.topic(), partition.partition(), next++, null, new byte[0]));
        }
        return super.poll(patience);
    }
}
