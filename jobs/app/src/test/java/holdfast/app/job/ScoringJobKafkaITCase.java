package holdfast.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.flink.wire.ReadableMessages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole job between the topics of a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoringJobKafkaITCase {

    private static final long DAY = 86_400_000L;
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final TestingRecords records = new TestingRecords(KafkaCluster.at(broker.bootstrap()));
    private final TestingMetrics metrics = new TestingMetrics();
    private final List<JobClient> jobs = new ArrayList<>();

    @TempDir private Path checkpoints;
    private Topics topics = new Topics("", 2, true);
    private long produced;
    private int ticks;

    @BeforeEach
    void choosePrefix(TestInfo test) {
        topics = new Topics(test.getTestMethod().orElseThrow().getName() + ".", 2, true);
        produced = 0;
        ticks = 0;
    }

    @AfterEach
    void stopJobs() throws Exception {
        for (JobClient job : jobs) {
            TestingJobs.cancel(job);
        }
        jobs.clear();
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    void everyRecordMeetsOneFateAndSilenceIsAnAlert() throws Exception {
        start("output.delivery=at-least-once");
        visitDaily("ada");
        event("ada", START + 19 * DAY, "ada-19");
        send(Topic.TRANSACTIONS, "ada", START, json("ada", START, "", "\"total\":12.50"));
        send(Topic.TRANSACTIONS, "ada", START, json("ada", START, "", "\"total\":-12.50"));
        send(Topic.CLICKSTREAM, "x", START, "{\"event\":\"View\",\"timestamp\":" + START + "}");
        send(Topic.CLICKSTREAM, "x", START, "{broken");
        send(Topic.CLICKSTREAM, "x", START, "");
        send(Topic.SERVICE, "x", START, "\u00c3\u0001 no avro");
        send(Topic.SERVICE, "x", START, json("ada", START + DAY, "", ""));
        send(Topic.SERVICE, "x", START, json("ada", START / 1_000, "", ""));
        send(Topic.CONTROL, "eve", START, "{\"action\":\"ERASE\",\"customer_id\":\"eve\"}");
        send(Topic.PLAYBOOKS, "p", START, "playbook: [");
        awaitFates(Map.of("scored", 22L, "duplicate", 1L, "unidentified", 1L, "dead_lettered", 7L));

        tickDaily(100);
        List<ConsumerRecord<byte[], byte[]>> alerts = records.read(name(Topic.ALERTS), 1);
        event("ada", START + 5 * DAY, "");
        event("eve", START - DAY, "");

        assertThat(text(alerts.get(0)))
                .contains("\"status\":\"OPENED\"", "\"trigger\":\"SILENCE\"", "ada");
        assertThat(header(alerts.get(0), "content-type")).isEqualTo("application/json");
        awaitFates(
                Map.of(
                        "scored", 22L,
                        "late", 1L,
                        "duplicate", 1L,
                        "unidentified", 1L,
                        "erased", 1L,
                        "dead_lettered", 7L));
        assertThat(records.read(topics.deadLetterName(Topic.CLICKSTREAM), 2)).hasSize(2);
        assertThat(records.read(topics.deadLetterName(Topic.SERVICE), 3)).hasSize(3);
        assertThat(text(records.read(topics.deadLetterName(Topic.PLAYBOOKS), 1).get(0)))
                .isEqualTo("playbook: [");
        assertThat(metrics.restarts()).isZero();
    }

    @Test
    void exactlyOnceOutputHoldsEachAlertMessageOnceInAvroToo() throws Exception {
        start("output.delivery=exactly-once", "output.format=avro");
        visitDaily("ada");
        visitDaily("bob");
        awaitFates(Map.of("scored", 40L));
        tickDaily(100);

        List<ConsumerRecord<byte[], byte[]>> alerts = records.read(name(Topic.ALERTS), 2);

        assertThat(alerts).allMatch(alert -> alert.value()[0] == (byte) 0xC3);
        assertThat(alerts)
                .extracting(alert -> readable(alert.value()))
                .doesNotHaveDuplicates()
                .anyMatch(alert -> alert.contains("\"status\":\"OPENED\""));
        assertThat(alerts)
                .extracting(alert -> header(alert, "ce_id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{32}[.][1-9]"));
        assertThat(readable(records.read(name(Topic.SCORES), 1).get(0).value()))
                .contains("\"outcomes\":[{");
        assertThat(metrics.restarts()).isZero();
    }

    private void start(String... extra) throws Exception {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "kafka.bootstrap=" + broker.bootstrap(),
                                "kafka.topic-prefix=" + topics.prefix(),
                                "kafka.group-id=" + topics.prefix() + "scoring",
                                "kafka.partitions=2",
                                "clock.simulated=true",
                                "clock.idleness=500ms",
                                "clock.settle=1s",
                                "ticks.writer=external",
                                "checkpoint.interval=500ms",
                                "checkpoint.directory=" + checkpoints.toUri()));
        options.addAll(List.of(extra));
        Assignments assignments = Assignments.read(options);
        Configuration flink = ScoringJob.settings(assignments);
        metrics.configure(flink);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, flink);
        ScoringJob.define(env, assignments);
        jobs.add(env.executeAsync(ScoringJob.NAME));
    }

    private void visitDaily(String customer) {
        for (int day = 0; day < 20; day++) {
            event(customer, START + day * DAY, customer + "-" + day);
        }
    }

    private void event(String customer, long timeMillis, String messageId) {
        send(Topic.CLICKSTREAM, customer, timeMillis, json(customer, timeMillis, messageId, ""));
    }

    private void send(Topic topic, String key, long timestampMillis, String value) {
        records.send(name(topic), key, timestampMillis, value);
        produced++;
    }

    private void tickDaily(int days) {
        for (int day = 0; day < days; day++) {
            long timeMillis = START + ticks * DAY;
            records.send(Tick.produced(name(Topic.TICKS), timeMillis, ticks++, DAY));
        }
    }

    private void awaitFates(Map<String, Long> expected) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(metrics.fates()).isEqualTo(expected));
        assertThat(expected.values().stream().mapToLong(Long::longValue).sum())
                .as("fates of all records")
                .isEqualTo(produced);
    }

    private String name(Topic topic) {
        return topics.name(topic);
    }

    private static String json(
            String customer, long timeMillis, String messageId, String properties) {
        return "{\"type\":\"track\",\"userId\":\"%s\",\"event\":\"%s\",\"timestamp\":%s%s%s}"
                .formatted(
                        customer,
                        "Product Viewed",
                        timeMillis,
                        messageId.isEmpty() ? "" : ",\"messageId\":\"" + messageId + "\"",
                        properties.isEmpty() ? "" : ",\"properties\":{" + properties + "}");
    }

    private static String readable(byte[] value) {
        return new String(new ReadableMessages().json(value).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String text(ConsumerRecord<byte[], byte[]> entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
