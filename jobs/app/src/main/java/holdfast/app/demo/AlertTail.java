package holdfast.app.demo;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TopicReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows every message of the alert topic, from the first on, in a thread of its own. */
final class AlertTail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final AtomicLong shown = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread;

    private AlertTail(TopicReader reader, Display display) {
        thread = new Thread(() -> follow(reader, display), "holdfast-demo-tail");
    }

    static AlertTail start(KafkaCluster cluster, String topic, Display display) {
        AlertTail tail = new AlertTail(TopicReader.open(cluster, topic, true), display);
        tail.thread.setDaemon(true);
        tail.thread.start();
        return tail;
    }

    /** Messages shown so far. */
    long shown() {
        return shown.get();
    }

    @Override
    public void close() throws InterruptedException {
        closing.set(true);
        thread.join();
    }

    private void follow(TopicReader reader, Display display) {
        try (reader) {
            while (!closing.get()) {
                for (ConsumerRecord<byte[], byte[]> entry : reader.poll(PATIENCE)) {
                    display.alert(entry.value());
                    shown.incrementAndGet();
                }
            }
        }
    }
}
