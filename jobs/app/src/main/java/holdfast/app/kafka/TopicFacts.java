package holdfast.app.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic as it is on the broker.
 *
 * @param replicas of the partition that has fewest; 0 when the user may not see the topic
 * @param settings in force, inherited ones too; empty when the user may not see them
 * @param allowed what the user may do with it
 */
public record TopicFacts(
        String name,
        int partitions,
        int replicas,
        Map<String, String> settings,
        Set<AclOperation> allowed) {

    public TopicFacts {
        settings = Map.copyOf(settings);
        allowed = Set.copyOf(allowed);
    }

    /** Whether the user may see that it exists; else nothing but its name is known. */
    public boolean visible() {
        return partitions > 0;
    }

    /** A setting in force; empty if there is none or the user may not see it. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The named topics that are there, by name. */
    public static Map<String, TopicFacts> read(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> described =
                admin.describeTopics(
                                names,
                                new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues();
        Map<String, TopicFacts> facts = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : described.entrySet()) {
            try {
                facts.put(topic.getKey(), of(topic.getValue().get()));
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof AuthorizationException) {
                    facts.put(topic.getKey(), hidden(topic.getKey()));
                } else if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure;
                }
            }
        }
        return withSettings(admin, facts);
    }

    private static TopicFacts of(TopicDescription topic) {
        int replicas =
                topic.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0);
        Set<AclOperation> allowed = topic.authorizedOperations();
        return new TopicFacts(
                topic.name(),
                topic.partitions().size(),
                replicas,
                Map.of(),
                allowed == null ? Set.of() : allowed);
    }

    private static TopicFacts hidden(String name) {
        return new TopicFacts(name, 0, 0, Map.of(), Set.of());
    }

    private static Map<String, TopicFacts> withSettings(Admin admin, Map<String, TopicFacts> facts)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources =
                facts.values().stream()
                        .filter(TopicFacts::visible)
                        .map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it.name()))
                        .toList();
        Map<String, TopicFacts> complete = new TreeMap<>(facts);
        for (var described : admin.describeConfigs(resources).values().entrySet()) {
            String name = described.getKey().name();
            try {
                Map<String, String> settings = new HashMap<>();
                for (ConfigEntry entry : described.getValue().get().entries()) {
                    settings.put(entry.name(), String.valueOf(entry.value()));
                }
                complete.computeIfPresent(name, (key, topic) -> topic.with(settings));
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof AuthorizationException)) {
                    throw failure;
                }
            }
        }
        return complete;
    }

    private TopicFacts with(Map<String, String> known) {
        return new TopicFacts(name, partitions, replicas, known, allowed);
    }
}
