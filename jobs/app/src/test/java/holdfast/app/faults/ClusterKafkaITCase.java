package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.csv.EventLog;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.tail.AlertMessage;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jar on a cluster of processes: stopped, gone on with, made wider and narrower, killed.
 */
@Tag("ops")
class ClusterKafkaITCase {

    private static final Playbook PLAYBOOK = Presets.generic();
    private static final int CUSTOMERS = 150;
    private static final int DAYS = 300;
    private static final int BAD = 7;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long DISORDER_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Topics TOPICS = new Topics("", 2, true);

    @TempDir private Path directory;

    @Test
    void nothingIsLostWhileTheClusterIsStoppedRescaledAndKilled() throws Exception {
        List<Path> parts = parts();
        EventLog log = TestingLogs.read(directory.resolve("all.csv"), PLAYBOOK);
        try (TestingCluster cluster = new TestingCluster(directory.resolve("cluster"))) {
            cluster.start(1);
            String[] first = {"--partitions=2", "--end=" + day(99)};
            TestingLogs.replay(parts.get(0), cluster.bootstrap(), first);
            sendBad(cluster);
            submit(cluster);
            awaitFated(cluster, 2 * BAD + countUntilDay(log, 100));

            cluster.run("stop-with-savepoint");
            cluster.run("workers", "2");
            CompletableFuture<Void> replayed = replaySlowly(parts.get(1), cluster);
            cluster.run("restore", "-p", "2");
            awaitFated(cluster, 2 * BAD + countUntilDay(log, 130));
            cluster.kill("worker-1");
            cluster.run("workers", "2");
            replayed.get();
            awaitFated(cluster, 2 * BAD + countUntilDay(log, 200));

            cluster.run("stop-with-savepoint");
            TestingLogs.replay(parts.get(2), cluster.bootstrap());
            cluster.run("restore", "-p", "1");
            long untilMillis = awaitEnd(cluster);
            assertEveryRecordMetOneFate(cluster, log);
            cluster.run("stop-with-savepoint");
            assertSameAlerts(cluster, log, untilMillis);
        }
    }

    /** Three logs of a hundred days each, of which the last is a day off; and all in one file. */
    private List<Path> parts() throws IOException {
        List<String> rows = new ArrayList<>();
        List<Path> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<String> ofPart = rowsOfDays(part * 100, part * 100 + 99);
            rows.addAll(ofPart);
            parts.add(TestingShop.write(ofPart, directory.resolve("part-" + part + ".csv")));
        }
        TestingShop.write(rows, directory.resolve("all.csv"));
        return parts;
    }

    private static void assertEveryRecordMetOneFate(TestingCluster cluster, EventLog log)
            throws Exception {
        assertThat(cluster.fates())
                .isEqualTo(
                        Map.of(
                                "scored", (long) log.size(),
                                "dead_lettered", (long) BAD,
                                "unidentified", (long) BAD));
    }

    private static void submit(TestingCluster cluster) throws Exception {
        cluster.run(
                "submit",
                "-p",
                "1",
                "--set=kafka.partitions=2",
                "--set=clock.simulated=true",
                "--set=ticks.writer=external",
                "--set=clock.idleness=10s",
                "--set=checkpoint.interval=1s");
    }

    /** A day off at the end of a part: the ticks that end it do not reach the next. */
    private static List<String> rowsOfDays(int from, int to) {
        return TestingShop.rows(CUSTOMERS, DAYS).stream()
                .filter(row -> isBetween(TestingShop.timeOf(row), day(from), day(to)))
                .toList();
    }

    private static boolean isBetween(String time, String from, String to) {
        return Instant.parse(time).compareTo(Instant.parse(from)) >= 0
                && Instant.parse(time).compareTo(Instant.parse(to)) < 0;
    }

    private static String day(int day) {
        return TestingShop.START.plusMillis(day * DAY_MILLIS).toString();
    }

    private static int countUntilDay(EventLog log, int day) {
        return log.countUpTo(Instant.parse(day(day)).toEpochMilli());
    }

    /** Over about ten seconds, so that there is a middle in which to be killed. */
    private static CompletableFuture<Void> replaySlowly(Path part, TestingCluster cluster) {
        return CompletableFuture.runAsync(
                () ->
                        TestingLogs.replay(
                                part, cluster.bootstrap(), "--speed=800000x", "--end=" + day(199)));
    }

    /** Records that no customer can be named for, and others that cannot be read. */
    private static void sendBad(TestingCluster cluster) {
        try (TestingRecords records = new TestingRecords(KafkaCluster.at(cluster.bootstrap()))) {
            String topic = TOPICS.name(Topic.SERVICE);
            long millis = TestingShop.START.toEpochMilli();
            for (int i = 0; i < BAD; i++) {
                records.send(topic, "x" + i, millis, "{broken " + i);
                records.send(
                        topic,
                        "x" + i,
                        millis,
                        "{\"event\":\"View\",\"timestamp\":" + millis + "}");
            }
        }
    }

    private static void awaitFated(TestingCluster cluster, long count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(cluster.fated()).isGreaterThanOrEqualTo(count));
    }

    private static long awaitEnd(TestingCluster cluster) {
        long untilMillis =
                read(cluster, Topic.TICKS).stream()
                                .mapToLong(ConsumerRecord::timestamp)
                                .max()
                                .orElseThrow()
                        - DISORDER_MILLIS
                        - 1;
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cluster.writtenUpToMillis() >= untilMillis);
        return untilMillis;
    }

    private static void assertSameAlerts(TestingCluster cluster, EventLog log, long untilMillis) {
        List<AlertMessage> alerts = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> read : read(cluster, Topic.ALERTS)) {
            AlertMessage alert = AlertMessage.read(new JsonFactory(), read.value()).orElseThrow();
            String id = alert.text("alert_id") + "." + alert.text("sequence");
            String text =
                    new String(read.value(), StandardCharsets.UTF_8)
                            .replaceFirst("\"detected_at\":\"[^\"]*\",", "");
            assertThat(texts.putIfAbsent(id, text))
                    .as("what was delivered before as " + id)
                    .isIn(null, text);
            alerts.add(alert);
        }
        System.out.println(
                "alerts " + texts.size() + ", delivered again " + (alerts.size() - texts.size()));
        PlainAlerts.assertSame(
                PlainAlerts.of(TestingLogs.activities(log), PLAYBOOK, untilMillis),
                PlainAlerts.of(alerts).stream().distinct().toList());
        assertThat(
                        readTopic(cluster, TOPICS.deadLetterName(Topic.SERVICE)).stream()
                                .map(dead -> new String(dead.value(), StandardCharsets.UTF_8))
                                .collect(Collectors.toSet()))
                .as("dead letters")
                .hasSize(BAD);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(TestingCluster cluster, Topic topic) {
        return readTopic(cluster, TOPICS.name(topic));
    }

    private static List<ConsumerRecord<byte[], byte[]>> readTopic(
            TestingCluster cluster, String topic) {
        try (TestingRecords records = new TestingRecords(KafkaCluster.at(cluster.bootstrap()))) {
            return records.all(topic);
        }
    }
}
