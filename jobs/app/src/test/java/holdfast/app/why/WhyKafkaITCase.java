package holdfast.app.why;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.quickstart.EmbeddedBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyKafkaITCase {

    private static final int CUSTOMERS = 12;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedBroker broker = EmbeddedBroker.startTemporary();

    @BeforeAll
    void writeScores() {
        KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());
        Topics topics = new Topics("shop.", 5, false);
        TopicAdmin.ensure(cluster, topics);
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.settings(), bytes, bytes)) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                String id = "c-" + customer;
                send(producer, score(topics, id, "{\"customer_id\":\"old\"}"));
                send(producer, score(topics, id, "{\"customer_id\":\"" + id + "\"}"));
            }
            send(producer, score(topics, "forgotten", "{\"customer_id\":\"forgotten\"}"));
            send(producer, score(topics, "forgotten", null));
        }
    }

    @BeforeEach
    void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void findsTheLatestScoreOfAnyCustomerInWhateverPartition() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            out.getBuffer().setLength(0);

            assertThat(why("c-" + customer, "--json")).as(err.toString()).isZero();

            assertThat(out.toString().strip())
                    .isEqualTo("{\"customer_id\":\"c-" + customer + "\"}");
        }
    }

    @Test
    void saysSoWhenThereIsNoScore() {
        assertThat(why("c-99999")).isOne();
        assertThat(err.toString()).startsWith("holdfast: no score of \"c-99999\" in shop.churn");
    }

    @Test
    void knowsNothingOfTheForgotten() {
        assertThat(why("forgotten")).isOne();
        assertThat(out.toString()).isEmpty();
    }

    private int why(String... words) {
        String[] arguments = new String[words.length + 5];
        arguments[0] = "why";
        System.arraycopy(words, 0, arguments, 1, words.length);
        arguments[words.length + 1] = "--bootstrap";
        arguments[words.length + 2] = broker.bootstrap();
        arguments[words.length + 3] = "--prefix";
        arguments[words.length + 4] = "shop.";
        return Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> entry) {
        Future<RecordMetadata> unused = producer.send(entry);
    }

    private static ProducerRecord<byte[], byte[]> score(
            Topics topics, String customer, @Nullable String value) {
        return new ProducerRecord<>(
                topics.name(Topic.SCORES),
                customer.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
