package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.options.ScoringOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the job may do in a Kafka cluster that Strimzi runs. */
class StrimziTest {

    private static final List<String> READ = List.of("Describe", "Read");
    private static final List<String> WRITE = List.of("Describe", "Write");

    private static final JsonNode LABELS =
            JsonNodeFactory.instance
                    .objectNode()
                    .put("strimzi.io/cluster", "kafka")
                    .put("app.kubernetes.io/name", "holdfast");

    private final Manifest user = Manifest.read(Path.of("overlays/strimzi/user.yaml")).get(0);

    private final List<Manifest> topics = Manifest.read(Path.of("overlays/strimzi/topics.yaml"));

    @Test
    void isWrittenAsStrimziReadsIt() {
        assertThat(Checks.schemaProblems(user)).isEmpty();
        assertThat(topics).flatMap(Checks::schemaProblems).isEmpty();
    }

    @Test
    void bringsEveryTopicAsTheJobWantsIt() {
        Map<String, Map<String, String>> brought = new HashMap<>();
        for (Manifest topic : topics) {
            Map<String, String> settings = new HashMap<>();
            for (Map.Entry<String, JsonNode> it : topic.at("/spec/config").properties()) {
                settings.put(it.getKey(), it.getValue().asText());
            }
            settings.put("partitions", topic.at("/spec/partitions").asText());
            brought.put(topic.name(), settings);
            assertThat(topic.at("/metadata/labels")).isEqualTo(LABELS);
        }

        Map<String, Map<String, String>> wanted = new HashMap<>();
        int partitions = ScoringOptions.PARTITIONS.defaultValue();
        for (WantedTopic topic : new Topics("", partitions, false).wanted()) {
            Map<String, String> settings = new HashMap<>(topic.settings());
            settings.put("partitions", Integer.toString(topic.partitions()));
            wanted.put(topic.name(), settings);
        }
        assertThat(brought).isEqualTo(wanted);
    }

    @Test
    void letsTheJobReadAndWriteWhatItReadsAndWritesAndNothingElse() {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Topic topic : Topic.values()) {
            if (topic.hasDeadLetters()) {
                allow(wanted, "topic " + topic.topicName(), READ);
                allow(wanted, "topic " + topic.deadLetterName(), WRITE);
            } else {
                allow(wanted, "topic " + topic.topicName(), WRITE);
            }
        }
        allow(wanted, "topic " + Topic.TICKS.topicName(), READ);
        allow(wanted, "group " + ScoringOptions.GROUP_ID.defaultValue(), READ);

        Map<String, Set<String>> allowed = new HashMap<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            String name = resource.path("type").asText() + " " + resource.path("name").asText();
            for (JsonNode operation : acl.path("operations")) {
                allow(allowed, name, List.of(operation.asText()));
            }
            assertThat(resource.path("patternType").asText()).isEqualTo("literal");
        }
        assertThat(allowed).isEqualTo(wanted);
    }

    private static void allow(
            Map<String, Set<String>> rights, String resource, List<String> operations) {
        rights.computeIfAbsent(resource, it -> new TreeSet<>()).addAll(operations);
    }
}
