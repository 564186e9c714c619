package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.kafka.Topic;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.activity.Activity;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.training.TrainingRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both jobs between their topics learn and score as the plain engine and the plain learner do. */
class LearningKafkaITCase {

    private static final Playbook PLAYBOOK = Presets.generic();
    private static final int CUSTOMERS = 120;
    private static final int DAYS = 240;
    private static final String SLOW_STARTS = "clock.idleness=10s";
    private static final String PREFIX = "taught.";
    private static final String PRIOR = "prior_logit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PlainLearning plain = new PlainLearning(PLAYBOOK);

    @TempDir private Path directory;

    @Test
    void learnsAndScoresAsThePlainEngineAlthoughTheLearnerIsKilled() throws Exception {
        List<String> rows = TestingShop.rows(CUSTOMERS, DAYS);
        int middle = rows.size() * 2 / 3;
        Path before = TestingShop.write(rows.subList(0, middle), directory.resolve("1.csv"));
        Path after =
                TestingShop.write(rows.subList(middle, rows.size()), directory.resolve("2.csv"));
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring =
                        TestingScoring.ofSimulatedTime(broker, PREFIX, directory.resolve("s"));
                TestingLearning learning =
                        new TestingLearning(
                                broker.bootstrap(), PREFIX, directory.resolve("learning"))) {
            TaughtTopics topics = new TaughtTopics(scoring);
            replay(before, broker, "--end=" + TestingShop.timeOf(rows.get(middle - 1)));
            assertNothingToExport(scoring);
            scoring.start("ticks.writer=external", SLOW_STARTS);
            long firstMillis = topics.awaitEnd();
            plain.play(activities(before), firstMillis);
            assertTaught(topics, plain.records(firstMillis));
            assertExported(rows.subList(0, middle), scoring, firstMillis);
            learning.start();
            List<String> models = plain.models(plain.records(firstMillis));
            assertPublished(topics, models);
            learning.kill();
            topics.awaitAccepted(models.size());
            scoring.stop();

            // Only now: a job whose readers all wait would let new ticks overtake new events.
            replay(after, broker);
            scoring.start("ticks.writer=external", SLOW_STARTS);
            long lastMillis = topics.awaitEnd();
            plain.guide(topics.values(Topic.MODELS));
            plain.play(activities(after), lastMillis);
            assertTaught(topics, plain.records(lastMillis));
            assertScored(topics);
            learning.start();
            assertPublished(topics, plain.models(plain.records(lastMillis)));
            assertGoesOnPastWhatCannotBeRead(scoring);
        }
    }

    private void assertNothingToExport(TestingScoring scoring) throws Exception {
        Path none = directory.resolve("none.csv");
        String elsewhere = "--bootstrap=" + scoring.bootstrap();

        assertThat(ExportedRows.refusal(none, exportOf(scoring)))
                .contains("taught.churn.training.v1 at", "holds no record", "--prefix");
        assertThat(ExportedRows.refusal(none, elsewhere, "--prefix=else."))
                .contains("there is no topic else.churn.training.v1");
        assertThat(none).doesNotExist();
    }

    /**
     * What the topic gives is what a log gives that ends just before the newest record, but for the
     * prior's logit, which is that of the models then in force.
     */
    private void assertExported(List<String> rows, TestingScoring scoring, long untilMillis)
            throws Exception {
        List<TrainingRecord> told = plain.records(untilMillis);
        Instant end = Instant.ofEpochMilli(told.get(told.size() - 1).atMillis() - 1);
        List<String> ended = new ArrayList<>(rows);
        ended.add("c-end," + end + ",visit,,");
        Path log = TestingShop.write(ended, directory.resolve("ended.csv"));
        ExportedRows past =
                ExportedRows.of(
                        directory.resolve("past.csv"), "--events=" + log, "--playbook=generic");
        ExportedRows live = ExportedRows.of(directory.resolve("live.csv"), exportOf(scoring));

        assertThat(live.column(PRIOR)).isEqualTo(plain.priorLogits(untilMillis));
        assertThat(past.rows()).hasSizeGreaterThan(1_000);
        live.upTo(end).assertEqualBut(PRIOR, past);
        assertThat(directory.resolve("live.catalogue.csv"))
                .hasSameTextualContentAs(directory.resolve("past.catalogue.csv"));
    }

    private void assertGoesOnPastWhatCannotBeRead(TestingScoring scoring) throws Exception {
        ExportedRows all = ExportedRows.of(directory.resolve("all.csv"), exportOf(scoring));
        String topic = scoring.topics().name(Topic.TRAINING);
        scoring.records().send(topic, "key", 0, "no record of ours");
        ExportedRows again = ExportedRows.of(directory.resolve("again.csv"), exportOf(scoring));

        assertThat(again.rows()).isEqualTo(all.rows());
        assertThat(all.warning()).isEmpty();
        assertThat(again.warning()).contains(topic, "left out 1 of").hasLineCount(1);
    }

    private static String[] exportOf(TestingScoring scoring) {
        return new String[] {"--bootstrap=" + scoring.bootstrap(), "--prefix=" + PREFIX};
    }

    private void assertTaught(TaughtTopics topics, List<TrainingRecord> expected) {
        await().atMost(PATIENCE).until(() -> topics.told().size() >= expected.size());
        assertThat(expected).hasSizeGreaterThan(1_000);
        assertThat(topics.told()).isEqualTo(expected);
    }

    private void assertScored(TaughtTopics topics) {
        assertThat(topics.values(Topic.SCORES).stream().sorted().toList())
                .isEqualTo(plain.scores());
    }

    private static void assertPublished(TaughtTopics topics, List<String> expected) {
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(expected).anyMatch(model -> model.contains("\"linear\""));
        topics.awaitPublished(expected);
        assertThat(topics.values(Topic.QUALITY)).isNotEmpty();
    }

    private static List<Activity> activities(Path file) throws Exception {
        return TestingLogs.activities(TestingLogs.read(file, PLAYBOOK));
    }

    private static void replay(Path file, EmbeddedBroker broker, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--prefix=" + PREFIX));
        arguments.addAll(Arrays.asList(more));
        TestingLogs.replay(file, broker.bootstrap(), arguments.toArray(String[]::new));
    }
}
