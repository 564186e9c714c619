package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.kafka.Topic;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.TrainingMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the scoring job and the learning job tell each other through their topics. */
record TaughtTopics(TestingScoring scoring) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ACCEPTED_MODELS =
            Pattern.compile(
                    "^churn_publications_total\\{.*kind=\"model\".*result=\"accepted\".*} (\\S+)$",
                    Pattern.MULTILINE);

    /** What was told to be learned from, in the topic's order. */
    List<TrainingRecord> told() {
        TrainingMessages messages = new TrainingMessages();
        return scoring.records().all(scoring.topics().name(Topic.TRAINING)).stream()
                .map(entry -> messages.read(entry.value()).orElseThrow())
                .toList();
    }

    /** The models published, those that were published twice once. */
    List<String> models() {
        return values(Topic.MODELS).stream()
                .filter(text -> text.startsWith("{\"model\""))
                .distinct()
                .toList();
    }

    /** The texts of a topic, without tombstones. */
    List<String> values(Topic topic) {
        List<String> values = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> entry :
                scoring.records().all(scoring.topics().name(topic))) {
            if (entry.value() != null) {
                values.add(new String(entry.value(), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** Waits for the last of some models, and fails if others were published than these. */
    void awaitPublished(List<String> expected) {
        String last = expected.get(expected.size() - 1);
        await().atMost(PATIENCE).until(() -> models().contains(last));
        assertThat(models()).isEqualTo(expected);
    }

    /** Waits until the scoring job has taken in so many models since its start. */
    void awaitAccepted(int models) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> accepted() >= models);
    }

    /** Waits until the scoring job decides by a model. */
    void awaitInForce(String version) {
        Pattern info =
                Pattern.compile(
                        "^churn_model_info\\{.*" + Pattern.quote(version) + "\".*} 1",
                        Pattern.MULTILINE);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> info.matcher(scoring.metricsPage()).find());
    }

    /**
     * Waits until all that is due by the last tick has been written.
     *
     * @return up to when that is
     */
    long awaitEnd() {
        return scoring.awaitEnd(PATIENCE);
    }

    private double accepted() throws Exception {
        return ACCEPTED_MODELS
                .matcher(scoring.metricsPage())
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }
}
