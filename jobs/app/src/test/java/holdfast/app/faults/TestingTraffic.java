package holdfast.app.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Customers who all do something once in a while, stamped with the time at which they do it, sent
 * by a producer that keeps what it cannot deliver.
 */
final class TestingTraffic implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 600_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** Apart from the clock: sending blocks when the producer has lost sight of its topic. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor();

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final String topic;
    private volatile int customers;

    TestingTraffic(String bootstrap, String topic, int customers) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("delivery.timeout.ms", PATIENCE_MILLIS);
        settings.put("max.block.ms", PATIENCE_MILLIS);
        this.producer = new KafkaProducer<>(settings, bytes, bytes);
        this.topic = topic;
        this.customers = customers;
    }

    /** Begins; every customer acts once in each round. */
    void every(Duration round) {
        var unused =
                clock.scheduleAtFixedRate(this::round, 0, round.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on only the first so many customers act. */
    void only(int first) {
        customers = first;
    }

    /** Lets all act once, one after the other. */
    void inTurn(Duration pause) {
        for (int i = 0; i < customers; i++) {
            int customer = i;
            var unused =
                    clock.schedule(
                            () -> act(customer),
                            customer * pause.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        for (int customer = 0; customer < customers; customer++) {
            act(customer);
        }
        rounds.incrementAndGet();
    }

    private void act(int customer) {
        String id = "c-" + customer;
        String value =
                "{\"userId\":\"%s\",\"event\":\"visit\",\"messageId\":\"%d\",\"timestamp\":%d}"
                        .formatted(id, sent.incrementAndGet(), System.currentTimeMillis());
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        sender.execute(() -> send(new ProducerRecord<>(topic, key, bytes)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback counts a failure.
    private void send(ProducerRecord<byte[], byte[]> event) {
        producer.send(
                event,
                (metadata, failure) -> {
                    if (failure != null) {
                        lost.incrementAndGet();
                    }
                });
    }

    long rounds() {
        return rounds.get();
    }

    /** Events so far, those among them that are still on their way. */
    long sent() {
        return sent.get();
    }

    /** Events that the producer gave up. */
    long lost() {
        return lost.get();
    }

    /** Stops and waits until everything is delivered. */
    void stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        sender.shutdown();
        sender.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        producer.flush();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        sender.shutdownNow();
        producer.close(Duration.ZERO);
    }
}
