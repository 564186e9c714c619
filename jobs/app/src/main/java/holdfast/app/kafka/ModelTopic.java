package holdfast.app.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic of models, on which population figures travel too, under a key of their own.
 *
 * @param name with its prefix
 */
public record ModelTopic(KafkaCluster cluster, String name) {

    private static final byte[] MODEL_KEY = "model".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POPULATION_KEY = "population".getBytes(StandardCharsets.US_ASCII);
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

    /**
     * Publishes the text of a model.
     *
     * @return its offset
     * @throws holdfast.app.shell.FailedRunException if Kafka does not take it
     */
    public long publish(String text) {
        Map<String, Object> settings = cluster.settings();
        settings.put("acks", "all");
        settings.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            return producer.send(new ProducerRecord<>(name, MODEL_KEY, value)).get().offset();
        } catch (KafkaException | ExecutionException failure) {
            throw cluster.refusal(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cluster.refusal(stopped);
        }
    }

    static boolean isPopulation(ConsumerRecord<byte[], byte[]> entry) {
        return Arrays.equals(entry.key(), POPULATION_KEY);
    }
}
