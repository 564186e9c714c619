package holdfast.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.csv.EventLog;
import holdfast.app.faults.PlainAlerts;
import holdfast.app.faults.TestingLogs;
import holdfast.app.faults.TestingScoring;
import holdfast.app.faults.TestingShop;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.tail.AlertMessage;
import holdfast.app.upgrade.SavepointState;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelWriter;
import holdfast.flink.wire.TrainingMessages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bootstrap then live equals all-live: one log, once through a file and Kafka, once all Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BootstrapKafkaITCase {

    private static final int CUSTOMERS = 120;
    private static final String LIVE_FROM = "2025-07-20";
    private static final long LIVE_FROM_MILLIS =
            Instant.parse(LIVE_FROM + "T00:00:00Z").toEpochMilli();

    private static final int PARTITIONS = 2;
    private static final int PUBLICATIONS = 2; // the model and the population figures
    private static final long DISORDER_MILLIS = 500;
    private static final String SLOW_STARTS = "clock.idleness=10s";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

    @TempDir private Path directory;

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void bootstrapThenLiveEqualsAllLive() throws Exception {
        SplitLog split = new SplitLog(CUSTOMERS);
        Path all = TestingShop.write(split.all(), directory.resolve("all.csv"));
        Path topics = TestingShop.write(split.ofTheTopics(), directory.resolve("topics.csv"));
        Path file = TestingShop.write(split.ofTheFile(), directory.resolve("history.csv"));
        Path out = directory.resolve("first");
        TopicAdmin.ensure(
                KafkaCluster.at(broker.bootstrap()), new Topics("then.", PARTITIONS, true));
        String told = bootstrap(file, out);
        assertNotTaughtTwice(file);
        EventLog log = TestingLogs.read(all, PlaybookSource.named("generic"));
        long covered = split.inTopicsBefore(Instant.ofEpochMilli(LIVE_FROM_MILLIS));
        try (TestingScoring whole = scoring("all.");
                TestingScoring rest = scoring("then.")) {
            TestingLogs.replay(all, broker.bootstrap(), "--prefix=all.");
            TestingLogs.replay(topics, broker.bootstrap(), "--prefix=then.");
            startAllLive(whole, out);
            startFrom(out, rest);
            Outcome allLive = outcome(whole);
            Outcome bootstrapped = outcome(rest);

            assertThat(told).contains("score judged at", "at risk already", "--from " + out);
            assertSameOutcome(allLive, bootstrapped);
            assertEachCountedOnce(log.size(), covered, allLive, bootstrapped);
            PlainAlerts.assertSame(
                    PlainAlerts.of(TestingLogs.activities(log), guidance(out), allLive.untilMillis),
                    PlainAlerts.of(bootstrapped.alerts));
            assertLiveOnly(bootstrapped.alerts);
            assertOpeningList(out, bootstrapped.alerts);
        }
    }

    private static void assertSameOutcome(Outcome allLive, Outcome bootstrapped) {
        PlainAlerts.assertSame(PlainAlerts.of(allLive.alerts), PlainAlerts.of(bootstrapped.alerts));
        assertThat(bootstrapped.scores).hasSizeGreaterThan(50).isEqualTo(allLive.scores);
        assertThat(bootstrapped.training).hasSizeGreaterThan(1_000).isEqualTo(allLive.training);
        assertThat(bootstrapped.customers)
                .hasSizeGreaterThan(CUSTOMERS / 2)
                .isEqualTo(allLive.customers);
    }

    private static void assertEachCountedOnce(
            long events, long covered, Outcome allLive, Outcome bootstrapped) {
        assertThat(covered).isGreaterThan(50);
        assertThat(allLive.fates).isEqualTo(Map.of("scored", events));
        assertThat(bootstrapped.fates)
                .isEqualTo(Map.of("scored", events + PUBLICATIONS, "duplicate", covered));
    }

    /** What a job made of the log. */
    private record Outcome(
            long untilMillis,
            List<AlertMessage> alerts,
            List<String> scores,
            List<String> training,
            Map<String, Long> fates,
            List<String> customers) {}

    private TestingScoring scoring(String prefix) {
        return TestingScoring.ofSimulatedTime(broker, prefix, directory.resolve(prefix));
    }

    private static void startAllLive(TestingScoring scoring, Path out) throws Exception {
        scoring.start(
                "ticks.writer=external",
                SLOW_STARTS,
                "start.live-from=" + Instant.ofEpochMilli(LIVE_FROM_MILLIS),
                "playbook=" + out.resolve("playbook.yaml"),
                "model.file=" + Files.writeString(out.resolve("hindsight"), hindsight(out)),
                "population.file=" + out.resolve("population.json"));
    }

    private static void startFrom(Path out, TestingScoring scoring) throws Exception {
        scoring.goOnFrom(out.resolve("savepoint"));
        scoring.start(
                "ticks.writer=external", SLOW_STARTS, "playbook=" + out.resolve("playbook.yaml"));
    }

    private static Outcome outcome(TestingScoring scoring) throws Exception {
        long untilMillis =
                scoring.records().all(scoring.topics().name(Topic.TICKS)).stream()
                                .mapToLong(ConsumerRecord::timestamp)
                                .max()
                                .orElseThrow()
                        - DISORDER_MILLIS
                        - 1;
        scoring.awaitWritten(untilMillis, PATIENCE);
        Map<String, Long> fates = scoring.fates();
        scoring.stop();
        return new Outcome(
                untilMillis,
                scoring.alerts(),
                scores(scoring),
                training(scoring),
                fates,
                SavepointState.lines(scoring.savepoint()).stream()
                        .filter(line -> line.startsWith("customer"))
                        // Timers move lazily: which one is pending is no part of the state.
                        .map(line -> line.replaceFirst(" timer \\w+", ""))
                        .toList());
    }

    private static List<String> scores(TestingScoring scoring) {
        return scoring.records().all(scoring.topics().name(Topic.SCORES)).stream()
                .filter(score -> score.value() != null)
                .map(score -> new String(score.value(), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    /** Whose turn it was to be learned from, and when. */
    private static List<String> training(TestingScoring scoring) {
        TrainingMessages messages = new TrainingMessages();
        return scoring.records().all(scoring.topics().name(Topic.TRAINING)).stream()
                .map(record -> messages.read(record.value()).orElseThrow())
                .map(
                        record ->
                                "%d %016x %s %d"
                                        .formatted(
                                                record.atMillis(),
                                                record.customerKey(),
                                                record.kind(),
                                                record.outcomeId()))
                .toList();
    }

    private static void assertLiveOnly(List<AlertMessage> alerts) {
        assertThat(alerts).hasSizeGreaterThan(50);
        assertThat(alerts)
                .allSatisfy(
                        alert ->
                                assertThat(Instant.parse(alert.text("opened_at")).toEpochMilli())
                                        .isGreaterThanOrEqualTo(LIVE_FROM_MILLIS));
    }

    /** Whoever the job opens as at risk from the start stood on the list. */
    private static void assertOpeningList(Path out, List<AlertMessage> alerts) throws IOException {
        List<String> list = Files.readAllLines(out.resolve("opening-list.csv"));
        List<String> listed = list.stream().skip(1).map(row -> row.split(",", -1)[1]).toList();
        List<String> opened =
                alerts.stream()
                        .filter(alert -> alert.text("opening_list").equals("true"))
                        .map(alert -> alert.text("customer_id"))
                        .distinct()
                        .toList();
        List<Double> losses =
                list.stream().skip(1).map(row -> Double.valueOf(row.split(",", -1)[5])).toList();

        assertThat(opened).isNotEmpty();
        assertThat(listed).containsAll(opened).doesNotHaveDuplicates();
        assertThat(losses).isSortedAccordingTo(Collections.reverseOrder());
    }

    private String bootstrap(Path file, Path out) {
        StringWriter told = new StringWriter();
        assertThat(bootstrap(file, out, told)).as(told.toString()).isZero();
        return told.toString();
    }

    private void assertNotTaughtTwice(Path file) {
        StringWriter told = new StringWriter();
        assertThat(bootstrap(file, directory.resolve("again"), told)).isEqualTo(2);
        assertThat(told.toString().lines()).hasSize(1);
        assertThat(told.toString()).contains("holds records already", "leave --teach out");
    }

    private int bootstrap(Path file, Path out, StringWriter told) {
        return Holdfast.run(
                new String[] {
                    "bootstrap",
                    "--events=" + file,
                    "--playbook=generic",
                    "--live-from=" + LIVE_FROM,
                    "--out=" + out,
                    "--teach",
                    "--bootstrap=" + broker.bootstrap(),
                    "--prefix=then."
                },
                new PrintWriter(told, true),
                new PrintWriter(told, true));
    }

    /** What was learned, as if it had been known from the beginning. */
    private static String hindsight(Path out) throws IOException {
        Playbook playbook = PlaybookSource.named("generic");
        String model = Files.readString(out.resolve("model.json"));
        return ModelWriter.write(
                ModelReader.readText("model", model, playbook).value().effectiveFrom(0), playbook);
    }

    private static Guidance guidance(Path out) throws IOException {
        Playbook playbook = PlaybookSource.named("generic");
        return Guidance.of(
                        playbook, new Settings(LIVE_FROM_MILLIS, playbook.gridStepMillis(), 0.05))
                .withModel(ModelReader.read("model", hindsight(out), playbook).value())
                .withPopulation(
                        PopulationText.read(
                                        "population",
                                        Files.readString(out.resolve("population.json")))
                                .value());
    }
}
