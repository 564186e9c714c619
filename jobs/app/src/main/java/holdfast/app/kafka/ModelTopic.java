package holdfast.app.kafka;

import holdfast.core.time.Pin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic of models, on which population figures travel too, under a key of their own.
 *
 * @param name with its prefix
 */
public record ModelTopic(KafkaCluster cluster, String name) {

    private static final byte[] MODEL_KEY = "model".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POPULATION_KEY = "population".getBytes(StandardCharsets.US_ASCII);
    private static final String PIN_HEADER = "pin";
    private static final String PATIENCE_MILLIS = "15000";

    /** Hands on what was ever published as a model, accepted or not, in the order of offsets. */
    public void read(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (TopicReader reader = TopicReader.open(cluster, name, true)) {
            reader.readToEnd(
                    entry -> {
                        if (!isPopulation(entry)) {
                            each.accept(entry);
                        }
                    });
        }
    }

    /** Publishes the text of a model that says nothing of pins. */
    public long publish(String text) {
        return publish(text, Pin.NONE);
    }

    /**
     * Publishes the text of a model.
     *
     * @param pin what it says about later ones, in a header that who knows none skips
     * @return its offset
     * @throws holdfast.app.shell.FailedRunException if Kafka does not take it
     */
    public long publish(String text, Pin pin) {
        Map<String, Object> settings = cluster.settings();
        settings.put("acks", "all");
        settings.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            var entry = new ProducerRecord<byte[], byte[]>(name, MODEL_KEY, value);
            if (pin != Pin.NONE) {
                entry.headers().add(PIN_HEADER, word(pin).getBytes(StandardCharsets.US_ASCII));
            }
            return producer.send(entry).get().offset();
        } catch (KafkaException | ExecutionException failure) {
            throw cluster.refusal(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cluster.refusal(stopped);
        }
    }

    /** What a model says about later ones; a header with another word is as none. */
    public static Pin pin(ConsumerRecord<byte[], byte[]> entry) {
        Header header = entry.headers().lastHeader(PIN_HEADER);
        if (header == null || header.value() == null) {
            return Pin.NONE;
        }
        String said = new String(header.value(), StandardCharsets.US_ASCII);
        for (Pin pin : Pin.values()) {
            if (word(pin).equals(said)) {
                return pin;
            }
        }
        return Pin.NONE;
    }

    private static String word(Pin pin) {
        return pin.name().toLowerCase(Locale.ROOT);
    }

    static boolean isPopulation(ConsumerRecord<byte[], byte[]> entry) {
        return Arrays.equals(entry.key(), POPULATION_KEY);
    }
}
