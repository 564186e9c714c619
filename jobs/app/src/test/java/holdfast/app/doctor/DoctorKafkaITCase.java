package holdfast.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.TestingTopics;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorKafkaITCase {

    private static final long TICK_MILLIS = 200;

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());
    private final TestingRecords records = new TestingRecords(cluster);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    void findsNothingToMendInAHealthyDeployment() {
        Topics topics = new Topics("well.", 2, false);
        TopicAdmin.ensure(cluster, topics);
        event(topics, "{\"userId\":\"c\",\"event\":\"View\",\"timestamp\":%d}");
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        var unused =
                ticker.scheduleAtFixedRate(
                        () -> tick(topics), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);

        int code = doctor("well.");
        ticker.shutdownNow();

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("all 21 are there", "the user may do what the scoring job does")
                .contains("they come", "this host and the broker agree")
                .contains("well.clickstream.events.v1: of the newest 1 records all can be used")
                .contains("none came in the last hour")
                .contains(" 0 to mend");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithABrokenOne() {
        Topics topics = new Topics("ill.", 2, false);
        TestingTopics.create(cluster, "ill.churn.scores.v1", 2, Map.of("cleanup.policy", "delete"));
        TestingTopics.create(
                cluster, "ill.churn.ticks.v1", 1, Map.of("message.timestamp.type", "CreateTime"));
        TestingTopics.create(
                cluster, "ill.clickstream.events.v1", 2, Map.of("retention.ms", "600000"));
        TestingTopics.create(cluster, "ill.clickstream.events.dlq.v1", 1, Map.of());
        event(topics, "{broken");
        deadLetter(topics);

        int code =
                doctor(
                        "ill.",
                        "--set",
                        "output.delivery=exactly-once",
                        "--set",
                        "kafka.client.transaction.timeout.ms=3600000");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("fail  topics        missing: ")
                .contains("./holdfast topics apply --bootstrap " + broker.bootstrap())
                .contains("fail  cleanup       ill.churn.scores.v1 is not compacted")
                .contains("fail  timestamps    ill.churn.ticks.v1 has CreateTime")
                .contains("fail  retention     ill.clickstream.events.v1 keeps records for 10m")
                .contains("fail  transactions  the job asks for a timeout of 1h")
                .contains("1 cannot be used: BROKEN_JSON (1)")
                .contains("warn  dead-letters  ill.clickstream.events.dlq.v1: 1 in the last hour")
                .contains("warn  ticks         there is none")
                .doesNotContain("ill.churn.scores.v1,");
    }

    @Test
    void saysThatNobodyAnswers(@TempDir Path directory) throws IOException {
        Path hasty =
                Files.writeString(directory.resolve("client"), "default.api.timeout.ms=1000\n");

        assertThat(run("--json", "--bootstrap", "127.0.0.1:1", "--kafka-config", "" + hasty))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("\"fail\" : 1", "\"check\" : \"broker\"")
                .contains("cannot work with Kafka at 127.0.0.1:1");
    }

    @Test
    void namesTheFileOfTheLearningJobsUserThatItCannotRead() {
        assertThat(run("--learning-kafka-config", "/nowhere/learning.properties")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--learning-kafka-config: cannot read /nowhere/learning.properties as Java properties");
    }

    private int doctor(String prefix, String... more) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("doctor"));
        all.addAll(List.of(words));
        return Holdfast.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void event(Topics topics, String json) {
        long nowMillis = System.currentTimeMillis();
        records.send(topics.name(Topic.CLICKSTREAM), "c", nowMillis, json.formatted(nowMillis));
    }

    private void deadLetter(Topics topics) {
        RecordHeader reason =
                new RecordHeader("reason", "BROKEN_JSON".getBytes(StandardCharsets.UTF_8));
        String letters = topics.deadLetterName(Topic.CLICKSTREAM);
        records.send(
                new ProducerRecord<>(
                        letters,
                        0,
                        System.currentTimeMillis(),
                        null,
                        new byte[1],
                        List.of(reason)));
    }

    private void tick(Topics topics) {
        long nowMillis = System.currentTimeMillis();
        records.send(Tick.produced(topics.name(Topic.TICKS), nowMillis, 0, TICK_MILLIS));
    }
}
