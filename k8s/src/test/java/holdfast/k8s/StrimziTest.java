package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import holdfast.app.kafka.JobRights;
import holdfast.app.kafka.Topics;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.learn.LearningJob;
import holdfast.app.options.ScoringOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the jobs may do in a Kafka cluster that Strimzi runs. */
class StrimziTest {

    private static final JsonNode LABELS =
            JsonNodeFactory.instance
                    .objectNode()
                    .put("strimzi.io/cluster", "kafka")
                    .put("app.kubernetes.io/name", "holdfast");

    private final List<Manifest> users = Manifest.read(Path.of("overlays/strimzi/users.yaml"));

    private final List<Manifest> topics = Manifest.read(Path.of("overlays/strimzi/topics.yaml"));

    @Test
    void isWrittenAsStrimziReadsIt() {
        assertThat(users).flatMap(Checks::schemaProblems).isEmpty();
        assertThat(users).extracting(Manifest::name).containsExactly(Base.SCORING, Base.LEARNING);
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

    @ParameterizedTest
    @EnumSource
    void letsEachJobReadAndWriteWhatItReadsAndWritesAndNothingElse(JobRights job) {
        boolean scores = job == JobRights.SCORING;
        Map<String, Set<String>> wanted = new HashMap<>();
        for (WantedTopic topic : new Topics("", 1, false).wanted()) {
            job.on(topic).forEach(it -> allow(wanted, "topic " + topic.name(), it));
        }
        String group = scores ? ScoringOptions.GROUP_ID.defaultValue() : LearningJob.GROUP_ID;
        allow(wanted, "group " + group, AclOperation.READ);

        Map<String, Set<String>> allowed = new HashMap<>();
        Manifest user = Manifest.only(users, "KafkaUser", scores ? Base.SCORING : Base.LEARNING);
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            String name = resource.path("type").asText() + " " + resource.path("name").asText();
            for (JsonNode operation : acl.path("operations")) {
                allow(allowed, name, AclOperation.fromString(operation.asText()));
            }
            assertThat(resource.path("patternType").asText()).isEqualTo("literal");
        }
        assertThat(allowed).isEqualTo(wanted);
    }

    private static void allow(
            Map<String, Set<String>> rights, String resource, AclOperation operation) {
        rights.computeIfAbsent(resource, it -> new TreeSet<>()).add(operation.name());
    }
}
