package holdfast.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerKafkaITCase {

    private static final String TOPIC = "events";

    @Test
    void keepsRecordsOfThePastOverARestart(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker);
            produce(broker, 0, 50);
            String before = broker.bootstrap();
            broker.stop();
            assertThat(broker.running()).isFalse();

            broker.start();
            produce(broker, 50, 100);

            assertThat(broker.bootstrap()).isEqualTo(before);
            assertThat(consume(broker, 100)).hasSize(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsADirectoryThatItWasGiven(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            createTopic(broker);
            produce(broker, 0, 3);
        }
        try (EmbeddedBroker another = EmbeddedBroker.start(directory, 0)) {
            assertThat(consume(another, 3)).containsExactlyInAnyOrder("0@0", "1@864", "2@1728");
        }
        assertThat(Files.exists(directory)).isTrue();
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    /** Ten days of 1970 between each two records: every limit on age would bite. */
    private static void produce(EmbeddedBroker broker, int from, int to) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap());
        StringSerializer strings = new StringSerializer();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, strings, strings)) {
            for (int i = from; i < to; i++) {
                producer.send(new ProducerRecord<>(TOPIC, 0, i * 864_000_000L, "key", "" + i))
                        .get();
            }
        }
    }

    private static List<String> consume(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap());
        StringDeserializer strings = new StringDeserializer();
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, strings, strings)) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (values.size() < count) {
                for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofMillis(100))) {
                    values.add(entry.value() + "@" + entry.timestamp() / 1_000_000);
                }
            }
        }
        return values;
    }
}
