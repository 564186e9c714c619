package holdfast.app.replay;

import holdfast.app.csv.EventLog;
import holdfast.app.kafka.Tick;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Plays a log into Kafka in the order of time, and with it the log's clock. Not thread-safe.
 *
 * <p>A tick follows the events that it closes: those up to it, and two intervals more, have been
 * acknowledged before it is sent, so that a reader who believes the ticks misses no event. Ticks go
 * on to the end of the replay, so that silence after the last event is noticed.
 */
final class LogReplay {

    private static final int TRAILING_INTERVALS = 2;

    private final Producer<byte[], byte[]> producer;
    private final EventRecords records;
    private final Plan plan;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long nextTickMillis;
    private long ticks;

    /**
     * When a replay begins, ends and ticks.
     *
     * @param tickTopic where ticks go
     * @param intervalMillis event time between two ticks
     * @param endMillis the event time up to which silence is to be judged
     */
    record Plan(String tickTopic, long intervalMillis, long endMillis) {}

    LogReplay(Producer<byte[], byte[]> producer, EventRecords records, Plan plan) {
        this.producer = producer;
        this.records = records;
        this.plan = plan;
    }

    /**
     * Plays the whole log.
     *
     * @param sent told how many events have been sent
     * @throws IllegalStateException if Kafka refuses a record, with the reason
     */
    void play(EventLog log, Pacer pacer, LongConsumer sent) {
        nextTickMillis = log.timeMillis(0);
        for (int event = 0; event < log.size(); event++) {
            long timeMillis = log.timeMillis(event);
            tickUntil(timeMillis, pacer);
            pacer.await(timeMillis);
            send(records.of(event));
            sent.accept(event + 1);
        }
        // A reader's watermark stays behind the tick: one more, and the end itself is reached.
        long lastMillis = plan.endMillis() + plan.intervalMillis();
        tickUntil(lastMillis + TRAILING_INTERVALS * plan.intervalMillis(), pacer);
        producer.flush();
        throwFailure();
    }

    /** How many ticks were sent. */
    long ticks() {
        return ticks;
    }

    private void tickUntil(long timeMillis, Pacer pacer) {
        long trailMillis = TRAILING_INTERVALS * plan.intervalMillis();
        while (nextTickMillis + trailMillis <= timeMillis) {
            pacer.await(nextTickMillis + trailMillis);
            producer.flush();
            throwFailure();
            send(Tick.produced(plan.tickTopic(), nextTickMillis, ticks, plan.intervalMillis()));
            nextTickMillis += plan.intervalMillis();
            ticks++;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback takes the failure.
    private void send(ProducerRecord<byte[], byte[]> produced) {
        producer.send(
                produced,
                (metadata, refused) -> {
                    if (refused != null) {
                        failure.compareAndSet(null, refused);
                    }
                });
    }

    private void throwFailure() {
        Exception refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("Kafka refused a record: " + refused, refused);
        }
    }
}
