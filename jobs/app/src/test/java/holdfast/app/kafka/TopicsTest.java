package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final Topics real = new Topics("", 4, false);
    private final Topics simulated = new Topics("demo.", 2, true);

    @Test
    void namesEveryTopicAndTheDeadLettersOfThoseThatOthersWrite() {
        assertThat(real.wanted())
                .extracting(WantedTopic::name)
                .hasSize(21)
                .contains("clickstream.events.v1", "clickstream.events.dlq.v1")
                .contains("churn.models.dlq.v1", "retention.alerts.v1", "churn.scores.v1")
                .doesNotContain("churn.ticks.dlq.v1", "retention.alerts.dlq.v1")
                .doesNotContain("churn.training.dlq.v1");
        assertThat(simulated.wanted()).allMatch(topic -> topic.name().startsWith("demo."));
    }

    @Test
    void keepsTheLatestScoreOfEachCustomer() {
        assertThat(settings(real, "churn.scores.v1")).containsEntry("cleanup.policy", "compact");
        assertThat(topic(real, "churn.scores.v1").partitions()).isEqualTo(4);
    }

    @Test
    void stampsTicksByTheBrokersClockUnlessTimeIsSimulated() {
        assertThat(settings(real, "churn.ticks.v1"))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", "3600000");
        assertThat(settings(simulated, "demo.churn.ticks.v1"))
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void keepsOneOrderAmongTicksAndAmongVersions() {
        assertThat(topic(real, "churn.ticks.v1").partitions()).isEqualTo(1);
        assertThat(topic(real, "churn.models.v1").partitions()).isEqualTo(1);
    }

    @Test
    void keepsTrainingRecordsInOrderByTheTimeOfTheirWriting() {
        assertThat(topic(real, "churn.training.v1").partitions()).isEqualTo(1);
        assertThat(settings(real, "churn.training.v1"))
                .containsEntry("retention.ms", "15552000000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(settings(simulated, "demo.churn.training.v1"))
                .containsEntry("retention.ms", "-1")
                .containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void leavesTheRetentionOfEventsToTheBroker() {
        assertThat(settings(real, "clickstream.events.v1"))
                .containsOnlyKeys("max.message.bytes", "message.timestamp.after.max.ms");
    }

    private static Map<String, String> settings(Topics topics, String name) {
        return topic(topics, name).settings();
    }

    private static WantedTopic topic(Topics topics, String name) {
        return topics.wanted().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
