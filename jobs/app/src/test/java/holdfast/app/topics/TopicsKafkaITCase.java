package holdfast.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingTopics;
import holdfast.app.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicsKafkaITCase {

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void appliesWhatItPlansAndThenFindsNothingToDo() {
        assertThat(topics("plan", "a.", "--check")).isEqualTo(1);
        assertThat(out.toString())
                .contains("a.churn.scores.v1", "create", "4 partitions")
                .contains("cleanup.policy=compact")
                .contains("21 to create, 0 to change, 0 as they are");

        assertThat(topics("apply", "a.")).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("21 created, 0 changed, 0 as they are");

        assertThat(topics("apply", "a.")).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("0 created, 0 changed, 21 as they are");
        assertThat(topics("plan", "a.", "--check")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void mendsATopicThatSomebodyElseMade() {
        TestingTopics.create(cluster, "b.churn.scores.v1", 2, Map.of("cleanup.policy", "delete"));

        assertThat(topics("apply", "b.")).isZero();
        assertThat(out.toString()).contains("cleanup.policy: delete -> compact");
        assertThat(topics("plan", "b.", "--json")).isZero();
        assertThat(out.toString()).contains("\"action\" : \"keep\"").doesNotContain("\"create\"");
    }

    @Test
    void doesTheRestWhenItRefusesAPart() {
        TestingTopics.create(cluster, "c.clickstream.events.v1", 2, Map.of());

        assertThat(topics("apply", "c.", "--partitions", "6")).isEqualTo(1);
        assertThat(out.toString())
                .contains("REFUSED not 6 partitions but 2")
                .contains("max.message.bytes=9437184 stays, more than 8388608")
                .contains("20 created");
    }

    @Test
    void saysInOneLineThatNobodyAnswers(@TempDir Path directory) throws IOException {
        Path hasty =
                Files.writeString(
                        directory.resolve("client.properties"), "default.api.timeout.ms=1000\n");
        List<String> words =
                List.of(
                        "topics",
                        "plan",
                        "--bootstrap",
                        "127.0.0.1:1",
                        "--kafka-config",
                        "" + hasty);

        assertThat(run(words)).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("holdfast: cannot work with Kafka at 127.0.0.1:1: ")
                .contains("no answer: is the address right");
    }

    private int topics(String command, String prefix, String... more) {
        List<String> words = new ArrayList<>(List.of("topics", command));
        words.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix));
        words.addAll(List.of(more));
        return run(words);
    }

    private int run(List<String> words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Holdfast.run(
                words.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
