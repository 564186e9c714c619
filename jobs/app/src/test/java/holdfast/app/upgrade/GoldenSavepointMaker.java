package holdfast.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.faults.TestingScoring;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.quickstart.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the golden savepoint of a version that is about to be released, and never again:
 *
 * <pre>
 * mvn -B -ntp -pl jobs/app -am verify -Dtest=None -Dit.test=GoldenSavepointMaker \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dholdfast.golden=0.2.0
 * </pre>
 *
 * <p>No build runs it by itself: its name is not that of a test.
 */
class GoldenSavepointMaker {

    /** Kept in the state: whoever goes on need not say it again. */
    private static final Instant LIVE_FROM =
            Instant.ofEpochMilli(GoldenStory.START + 15 * GoldenStory.DAY);

    @TempDir private Path scratch;

    @Test
    void makesTheSavepointOfAVersionThatHasNone() throws Exception {
        Golden golden = Golden.ofVersion(System.getProperty("holdfast.golden", ""));
        assertThat(golden.directory())
                .as("-Dholdfast.golden must name a version that has no savepoint yet")
                .doesNotExist();
        Files.createDirectories(golden.directory());
        Files.writeString(golden.playbook(), GoldenPublications.PLAYBOOK);
        Step.write(GoldenStory.after(), golden.after());
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring = GoldenRun.scoring(broker, scratch.resolve("before"))) {
            GoldenRun.start(scoring, golden, "start.live-from=" + LIVE_FROM);
            new StoryTeller(scoring, 0).play(GoldenStory.before());
            golden.writeFates(scoring.fates());
            scoring.stop();
            golden.writeOffsets(offsets(broker, scoring.topics()));
            Golden.copy(scoring.savepoint(), golden.savepoint());
        }
        golden.writeState(SavepointState.lines(golden.savepoint()));
        try (GoldenRun run = new GoldenRun(golden, scratch.resolve("after"))) {
            assertThat(run.restoredFates()).isEqualTo(golden.fates());
            golden.writeOutcome(run.outcome());
        }
    }

    private static Map<String, Long> offsets(EmbeddedBroker broker, Topics topics) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Map<String, Long> offsets = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(KafkaCluster.at(broker.bootstrap()).settings(), bytes, bytes)) {
            for (Topic topic : Topic.values()) {
                if (topic.hasDeadLetters() || topic == Topic.TICKS) {
                    List<TopicPartition> partitions =
                            consumer.partitionsFor(topics.name(topic)).stream()
                                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                                    .toList();
                    consumer.endOffsets(partitions)
                            .forEach((partition, end) -> offsets.put(partition.toString(), end));
                }
            }
        }
        return offsets;
    }
}
