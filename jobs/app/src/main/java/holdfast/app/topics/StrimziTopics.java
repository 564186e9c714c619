package holdfast.app.topics;

import holdfast.app.kafka.WantedTopic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Topics as manifests of the Strimzi topic operator. */
final class StrimziTopics {

    private StrimziTopics() {}

    /**
     * One KafkaTopic a topic.
     *
     * @param cluster name of the Kafka resource that is to have them
     */
    static String of(List<WantedTopic> wanted, String cluster, Optional<Short> replication) {
        StringBuilder page =
                new StringBuilder("# Written by: holdfast topics show --strimzi " + cluster + "\n");
        for (WantedTopic topic : wanted) {
            page.append(of(topic, cluster, replication));
        }
        return page.toString();
    }

    private static String of(WantedTopic topic, String cluster, Optional<Short> replication) {
        StringBuilder manifest =
                new StringBuilder(
                        """
                        ---
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaTopic
                        metadata:
                          name: %s
                          labels:
                            strimzi.io/cluster: %s
                            app.kubernetes.io/name: holdfast
                        spec:
                          topicName: %s
                          partitions: %d
                        """
                                .formatted(
                                        topic.name().replace('_', '-'),
                                        cluster,
                                        topic.name(),
                                        topic.partitions()));
        replication.ifPresent(count -> manifest.append("  replicas: ").append(count).append('\n'));
        manifest.append("  config:\n");
        for (Map.Entry<String, String> setting : new TreeMap<>(topic.settings()).entrySet()) {
            manifest.append("    %s: %s\n".formatted(setting.getKey(), setting.getValue()));
        }
        return manifest.toString();
    }
}
