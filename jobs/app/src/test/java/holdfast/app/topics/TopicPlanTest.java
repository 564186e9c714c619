package holdfast.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.Topics;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.topics.TopicChange.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final TopicPlan.Asked NOTHING =
            new TopicPlan.Asked(Optional.empty(), Optional.empty());

    private final List<WantedTopic> wanted = new Topics("", 4, false).wanted();
    private final Map<String, TopicFacts> present = new HashMap<>();

    TopicPlanTest() {
        for (WantedTopic topic : wanted) {
            found(topic.name(), topic.partitions(), topic.settings());
        }
    }

    @Test
    void createsWhatIsMissingAndKeepsWhatIsAsWanted() {
        present.remove("churn.scores.v1");

        TopicPlan plan = plan(NOTHING);

        assertThat(plan.count(Action.CREATE)).isEqualTo(1);
        assertThat(plan.count(Action.KEEP)).isEqualTo(wanted.size() - 1);
        assertThat(plan.isDone()).isFalse();
        assertThat(change(plan, Topic.SCORES).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void changesWhatTheJobNeedsOtherwise() {
        alter("churn.scores.v1", "cleanup.policy", "delete");
        alter("churn.ticks.v1", "message.timestamp.type", "CreateTime");

        TopicPlan plan = plan(NOTHING);

        assertThat(plan.count(Action.CHANGE)).isEqualTo(2);
        assertThat(change(plan, Topic.SCORES).settings())
                .containsExactly(new TopicChange.Setting("cleanup.policy", "delete", "compact"));
        assertThat(plan.refuses()).isFalse();
    }

    @Test
    void neverMakesATopicKeepOrAllowLess() {
        alter("churn.ticks.v1", "retention.ms", "604800000");
        alter("clickstream.events.v1", "max.message.bytes", "99999999");
        alter("churn.models.v1", "retention.ms", "604800000");

        TopicPlan plan = plan(NOTHING);

        assertThat(change(plan, Topic.TICKS).settings()).isEmpty();
        assertThat(change(plan, Topic.TICKS).left())
                .containsExactly("retention.ms=604800000 stays, more than 3600000");
        assertThat(change(plan, Topic.CLICKSTREAM).settings()).isEmpty();
        assertThat(change(plan, Topic.MODELS).settings())
                .containsExactly(new TopicChange.Setting("retention.ms", "604800000", "-1"));
    }

    @Test
    void doesNotPartACustomersRecordsForMorePartitions() {
        TopicPlan.Asked more = new TopicPlan.Asked(Optional.of(8), Optional.empty());

        TopicPlan plan = plan(more);

        assertThat(plan.refuses()).isTrue();
        assertThat(change(plan, Topic.CLICKSTREAM).action()).isEqualTo(Action.KEEP);
        assertThat(change(plan, Topic.CLICKSTREAM).refused().get(0))
                .startsWith("not 8 partitions but 4 as they are")
                .contains("lose their order");
        assertThat(change(plan, Topic.TICKS).refused()).isEmpty();
    }

    @Test
    void takesNoPartitionAway() {
        TopicPlan plan = plan(new TopicPlan.Asked(Optional.of(2), Optional.empty()));

        assertThat(plan.refuses()).isFalse();
        assertThat(change(plan, Topic.CLICKSTREAM).left())
                .containsExactly("4 partitions stay: they cannot be taken away");
    }

    @Test
    void measuresNothingByNumbersThatNobodyAskedFor() {
        found("clickstream.events.v1", 12, facts("clickstream.events.v1").settings());

        assertThat(change(plan(NOTHING), Topic.CLICKSTREAM).left()).isEmpty();
        assertThat(plan(NOTHING).isDone()).isTrue();
    }

    @Test
    void refusesToPretendThatTicksInManyPartitionsHaveAnOrder() {
        found("churn.ticks.v1", 3, facts("churn.ticks.v1").settings());

        assertThat(change(plan(NOTHING), Topic.TICKS).refused().get(0)).contains("needs 1");
    }

    @Test
    void movesNoDataForMoreCopies() {
        TopicPlan plan = plan(new TopicPlan.Asked(Optional.empty(), Optional.of((short) 3)));

        assertThat(plan.refuses()).isTrue();
        assertThat(change(plan, Topic.ALERTS).refused().get(0))
                .contains("kafka-reassign-partitions");
    }

    @Test
    void saysWhatItsUserMayNotSee() {
        present.put("churn.scores.v1", new TopicFacts("churn.scores.v1", 0, 0, Map.of(), Set.of()));
        found("retention.alerts.v1", 4, Map.of());

        assertThat(change(plan(NOTHING), Topic.SCORES).refused().get(0)).contains("DESCRIBE");
        assertThat(change(plan(NOTHING), Topic.ALERTS).refused().get(0))
                .contains("DESCRIBE_CONFIGS");
    }

    private TopicPlan plan(TopicPlan.Asked asked) {
        return TopicPlan.of(wanted, present, asked);
    }

    private static TopicChange change(TopicPlan plan, Topic topic) {
        return plan.changes().stream()
                .filter(change -> change.name().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
    }

    private void found(String name, int partitions, Map<String, String> settings) {
        present.put(name, new TopicFacts(name, partitions, 1, settings, Set.of()));
    }

    private void alter(String name, String key, String value) {
        Map<String, String> settings = new HashMap<>(facts(name).settings());
        settings.put(key, value);
        found(name, facts(name).partitions(), settings);
    }

    private TopicFacts facts(String name) {
        return Objects.requireNonNull(present.get(name), name);
    }
}
