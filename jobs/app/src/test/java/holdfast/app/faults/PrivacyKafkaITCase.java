package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.TestingLog;
import holdfast.app.job.TestingRest;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.quickstart.TestingPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers did stays in topics and state, however talkative the log is. */
class PrivacyKafkaITCase {

    /** Part of every id, name, time, currency and address that is sent. */
    private static final String MARK = "zqxw";

    /** The digits of every amount that is sent. */
    private static final String AMOUNT = "735194286";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long DAY = 86_400_000;
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final String TIME = "\"timestamp\":" + START;

    /** As other programs might send them, rightly or wrongly, with the topic each goes to. */
    private static final List<Sent> SENT =
            List.of(
                    sent(Topic.CLICKSTREAM, event("View", "")),
                    sent(Topic.CLICKSTREAM, event("Zqxw Viewed", ",\"messageId\":\"zqxw-1\"")),
                    sent(Topic.TRANSACTIONS, event("Order", money(AMOUNT + ".10"))),
                    sent(Topic.TRANSACTIONS, event("Order", money("-" + AMOUNT))),
                    sent(Topic.TRANSACTIONS, event("Order", money("\"zqxw " + AMOUNT + "\""))),
                    sent(
                            Topic.TRANSACTIONS,
                            event("Order", money(AMOUNT + ",\"currency\":\"zqxw\""))),
                    sent(
                            Topic.SERVICE,
                            "{\"userId\":\"zqxw-7\",\"event\":\"Call\",\"timestamp\":\"zqxw\"}"),
                    sent(Topic.SERVICE, event("Call", "").substring(0, 30)),
                    sent(Topic.SERVICE, event("Call", "") + "zqxw"),
                    sent(Topic.SERVICE, "zqxw@example.org;View"),
                    sent(Topic.SERVICE, "\u00c3\u0001zqxw@example.org zqxw zqxw"),
                    sent(Topic.SERVICE, "\0\0\0\0\7zqxw"),
                    sent(Topic.SERVICE, event("zqxw".repeat(100), "")),
                    sent(Topic.CLICKSTREAM, event("View", "").replace("zqxw-7", MARK.repeat(99))),
                    sent(
                            Topic.PROFILE,
                            "{\"customer_id\":\"zqxw-7\",\"email\":\"zqxw@example.org\"}"),
                    sent(Topic.OUTCOMES, "{\"customer_id\":\"zqxw-7\",\"disposition\":\"zqxw\"}"),
                    sent(Topic.CONTROL, "{\"customer_id\":\"zqxw-7\",\"action\":\"zqxw\"}"),
                    sent(Topic.CONTROL, "{\"customer_id\":\"zqxw-9\",\"action\":\"ERASE\"}"),
                    sent(Topic.PLAYBOOKS, event("View", "")),
                    sent(Topic.PLAYBOOKS, "zqxw: zqxw@example.org"),
                    sent(Topic.MODELS, event("View", "")),
                    sent(Topic.MODELS, "[zqxw, " + AMOUNT));

    @TempDir private Path directory;

    @Test
    void noLogAndNoPageSaysWhoDidWhat() throws Exception {
        TestingRest rest = new TestingRest(TestingPorts.free());
        try (TestingLog log = TestingLog.start("holdfast", "org.apache.flink.connector");
                EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring =
                        TestingScoring.ofSimulatedTime(broker, "quiet.", directory)) {
            scoring.start(
                    "ticks.writer=external",
                    "clock.settle=1s",
                    "flink.rest.port=" + rest.port(),
                    "flink.rest.bind-port=" + rest.port());
            send(scoring);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> scoring.fated() == SENT.size() && !scoring.alerts().isEmpty());
            String shown = rest.pages() + scoring.metricsPage();
            scoring.stop();

            assertThat(deadLetters(scoring, Topic.SERVICE)).contains(MARK);
            assertThat(shown).contains("Write scores and alerts", "churn_events_total");
            assertThat(log.text()).contains("holdfast.", "refused PLAYBOOK");
            assertSilent(shown);
            assertSilent(log.text());
        }
    }

    private static void assertSilent(String text) {
        List<String> telling =
                text.lines()
                        .filter(
                                line ->
                                        line.toLowerCase(Locale.ROOT).contains(MARK)
                                                || line.contains(AMOUNT))
                        .toList();
        assertThat(telling).isEmpty();
    }

    private static void send(TestingScoring scoring) {
        for (Sent sent : SENT) {
            String topic = scoring.topics().name(sent.topic());
            byte[] key = "zqxw-7".getBytes(StandardCharsets.UTF_8);
            byte[] value = sent.value().getBytes(StandardCharsets.ISO_8859_1);
            scoring.records().send(new ProducerRecord<>(topic, null, START, key, value));
        }
        for (int day = 0; day < 100; day++) {
            String ticks = scoring.topics().name(Topic.TICKS);
            scoring.records().send(Tick.produced(ticks, START + day * DAY, day, DAY));
        }
    }

    private static String deadLetters(TestingScoring scoring, Topic topic) {
        StringBuilder letters = new StringBuilder();
        scoring.records()
                .all(scoring.topics().deadLetterName(topic))
                .forEach(it -> letters.append(new String(it.value(), StandardCharsets.UTF_8)));
        return letters.toString();
    }

    private static Sent sent(Topic topic, String value) {
        return new Sent(topic, value);
    }

    private static String event(String name, String more) {
        return "{\"userId\":\"zqxw-7\",\"email\":\"zqxw@example.org\",\"event\":\"%s\",%s%s}"
                .formatted(name, TIME, more);
    }

    private static String money(String amount) {
        return ",\"properties\":{\"total\":" + amount + "}";
    }

    private record Sent(Topic topic, String value) {}
}
