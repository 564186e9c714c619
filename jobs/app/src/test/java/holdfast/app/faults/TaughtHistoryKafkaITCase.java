package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.score.ModelReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history taught by bootstrap is one past with what comes live, for the learning job too. */
class TaughtHistoryKafkaITCase {

    private static final Playbook PLAYBOOK = Presets.generic();
    private static final int CUSTOMERS = 80;
    private static final String PREFIX = "from.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant LIVE = Instant.parse("2025-06-30T00:00:00Z");
    private static final Instant PAUSE = LIVE.plus(Duration.ofDays(20)); // after the next lesson
    private static final Instant RESUME = PAUSE.plus(Duration.ofDays(2));
    private static final Instant END = RESUME.plus(Duration.ofDays(5));

    private final List<String> rows = TestingShop.rows(CUSTOMERS, 220);

    @TempDir private Path directory;

    @Test
    void theLearningJobGoesOnFromItAndTheLiveJobDecidesByWhatItLearned() throws Exception {
        PlainLearning plain = new PlainLearning(PLAYBOOK);
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring =
                        TestingScoring.ofSimulatedTime(broker, PREFIX, directory.resolve("s"));
                TestingLearning learning =
                        new TestingLearning(
                                broker.bootstrap(), PREFIX, directory.resolve("learning"))) {
            TaughtTopics topics = new TaughtTopics(scoring);
            TopicAdmin.ensure(KafkaCluster.at(broker.bootstrap()), scoring.topics());
            Path state = bootstrap(broker);
            List<String> ofHistory = plain.models(topics.told());
            assertThat(ofHistory).hasSizeGreaterThan(5);
            learning.start();
            topics.awaitPublished(ofHistory);

            replay(LIVE, PAUSE, broker);
            scoring.goOnFrom(state.resolve("savepoint"));
            scoring.start(
                    "ticks.writer=external",
                    "clock.idleness=10s",
                    "playbook=" + state.resolve("playbook.yaml"));
            topics.awaitEnd();
            await().atMost(PATIENCE).until(() -> topics.models().size() > ofHistory.size());
            List<String> models = plain.models(topics.told());
            topics.awaitPublished(models);
            String version = version(models.get(models.size() - 1));
            topics.awaitInForce(version);
            assertThat(topics.values(Topic.SCORES)).anyMatch(score -> score.contains("bootstrap-"));

            replay(RESUME, END, broker);
            topics.awaitEnd();
            assertThat(models).startsWith(ofHistory.toArray(String[]::new));
            assertThat(topics.values(Topic.SCORES)).anyMatch(score -> score.contains(version));
        }
    }

    private Path bootstrap(EmbeddedBroker broker) throws Exception {
        Path out = directory.resolve("first");
        Path history = log(TestingShop.START, LIVE);
        StringWriter told = new StringWriter();
        int code =
                Holdfast.run(
                        new String[] {
                            "bootstrap",
                            "--events=" + history,
                            "--playbook=generic",
                            "--live-from=" + LIVE,
                            "--out=" + out,
                            "--teach",
                            "--bootstrap=" + broker.bootstrap(),
                            "--prefix=" + PREFIX
                        },
                        new PrintWriter(told, true),
                        new PrintWriter(told, true));
        assertThat(code).as(told.toString()).isZero();
        return out;
    }

    private void replay(Instant from, Instant until, EmbeddedBroker broker) throws Exception {
        TestingLogs.replay(
                log(from, until), broker.bootstrap(), "--prefix=" + PREFIX, "--end=" + until);
    }

    private Path log(Instant from, Instant until) throws Exception {
        List<String> inside =
                rows.stream()
                        .filter(row -> !timeOf(row).isBefore(from) && timeOf(row).isBefore(until))
                        .toList();
        return TestingShop.write(inside, directory.resolve(from.toEpochMilli() + ".csv"));
    }

    private static Instant timeOf(String row) {
        return Instant.parse(TestingShop.timeOf(row));
    }

    private static String version(String model) {
        return ModelReader.readText("model", model, PLAYBOOK).value().version();
    }
}
