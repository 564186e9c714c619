package holdfast.app.doctor;

import holdfast.app.kafka.TopicFacts;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Looks at the newest tick and waits a little for the next. */
final class TickWatch {

    private static final long TICKS_AWAITED = 3;
    private static final long PATIENCE_MILLIS_MAX = 5_000;

    private final RecordReader reader;
    private final Duration patience;
    private final Normalizer normalizer = Normalizer.ofTicks(WireLimits.DEFAULT);
    private long newestMillis;
    private long writtenMillis;
    private long arrivedMillis;

    TickWatch(RecordReader reader, long intervalMillis) {
        this.reader = reader;
        this.patience =
                Duration.ofMillis(Math.min(PATIENCE_MILLIS_MAX, TICKS_AWAITED * intervalMillis));
    }

    Optional<Facts.Ticks> watch(TopicFacts topic) {
        try {
            List<ConsumerRecord<byte[], byte[]>> last = reader.newest(topic, topic.partitions());
            last.forEach(this::see);
            reader.awaitNext(
                    entry -> {
                        see(entry);
                        arrivedMillis = System.currentTimeMillis();
                        return true;
                    },
                    patience);
        } catch (KafkaException failure) {
            return Optional.empty(); // that it may not be read is found by its own rule
        }
        return Optional.of(
                new Facts.Ticks(
                        newestMillis, writtenMillis, arrivedMillis, System.currentTimeMillis()));
    }

    private void see(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.timestamp() < newestMillis) {
            return;
        }
        newestMillis = entry.timestamp();
        Origin origin = new Origin(entry.topic(), 0, entry.offset(), Long.MAX_VALUE / 2);
        Arrival tick = normalizer.arrival(origin, entry.value());
        writtenMillis = tick.kind() == Arrival.Kind.TICK ? tick.timeMillis() : 0;
    }
}
