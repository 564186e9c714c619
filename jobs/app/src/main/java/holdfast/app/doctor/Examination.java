package holdfast.app.doctor;

import holdfast.app.kafka.Brokers;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.registry.RegisteredSource;
import holdfast.app.registry.RegistryProbe;
import holdfast.app.shell.FailedRunException;
import holdfast.flink.wire.SchemaSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Gathers facts of one deployment: asks and reads, and changes nothing.
 *
 * @param learner the same Kafka by the learning job's user, whose rights are asked for too; empty
 *     to leave them out
 * @param sample how many of the newest records of each topic to read
 */
record Examination(Deployment deployment, Optional<KafkaCluster> learner, int sample) {

    /** Shows the facts, or throws what keeps a client from asking at all. */
    Facts facts() {
        Facts seen = Brokers.answer(deployment.ends().cluster(), this::asked);
        try (RecordReader reader = RecordReader.open(deployment.ends().cluster())) {
            return new Facts(
                    seen.broker(),
                    seen.registryProblem(),
                    seen.topics(),
                    learner.map(this::seenBy),
                    new Sampling(deployment, sample, reader, schemas(seen)).samples(seen.topics()),
                    ticks(reader, seen.topics()),
                    deadLetters(reader, seen.topics()));
        }
    }

    private Facts asked(Admin admin) throws ExecutionException, InterruptedException {
        List<Node> nodes = new ArrayList<>(admin.describeCluster().nodes().get());
        return new Facts(
                new Facts.Broker(nodes.size(), version(admin), settings(admin, nodes.get(0))),
                deployment.registry().flatMap(RegistryProbe::problem).orElse(""),
                TopicFacts.read(admin, names()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Facts.Learner seenBy(KafkaCluster cluster) {
        try {
            return new Facts.Learner(
                    Brokers.answer(cluster, admin -> TopicFacts.read(admin, names())), "");
        } catch (FailedRunException refused) {
            return new Facts.Learner(Map.of(), String.valueOf(refused.getMessage()));
        }
    }

    private List<String> names() {
        return deployment.topics().wanted().stream().map(WantedTopic::name).toList();
    }

    /** A registry that is away would be waited for. */
    private SchemaSource schemas(Facts seen) {
        return seen.registryProblem().isEmpty()
                ? RegisteredSource.of(deployment.registry()).open()
                : SchemaSource.none();
    }

    private static String version(Admin admin) throws ExecutionException, InterruptedException {
        try {
            FinalizedVersionRange level =
                    admin.describeFeatures()
                            .featureMetadata()
                            .get()
                            .finalizedFeatures()
                            .get(MetadataVersion.FEATURE_NAME);
            return level == null
                    ? ""
                    : MetadataVersion.fromFeatureLevel(level.maxVersionLevel()).shortVersion();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnsupportedVersionException) {
                return "";
            }
            throw failure;
        } catch (IllegalArgumentException newer) {
            return "";
        }
    }

    private static Map<String, String> settings(Admin admin, Node node)
            throws ExecutionException, InterruptedException {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        Map<String, String> settings = new HashMap<>();
        try {
            for (ConfigEntry entry :
                    admin.describeConfigs(List.of(broker))
                            .all()
                            .get()
                            .getOrDefault(broker, new Config(List.of()))
                            .entries()) {
                if (!entry.isSensitive() && entry.value() != null) {
                    settings.put(entry.name(), entry.value());
                }
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof AuthorizationException)) {
                throw failure;
            }
        }
        return settings;
    }

    private Optional<Facts.Ticks> ticks(RecordReader reader, Map<String, TopicFacts> topics) {
        TopicFacts found = topics.get(deployment.topics().name(Topic.TICKS));
        if (found == null || !found.visible() || deployment.topics().simulated()) {
            return Optional.empty();
        }
        return new TickWatch(reader, deployment.clock().ticks().intervalMillis()).watch(found);
    }

    private List<Facts.DeadLetters> deadLetters(
            RecordReader reader, Map<String, TopicFacts> topics) {
        List<Facts.DeadLetters> letters = new ArrayList<>();
        DeadLetterCount count = new DeadLetterCount(reader, System.currentTimeMillis());
        for (WantedTopic topic : deployment.topics().wanted()) {
            TopicFacts found = topics.get(topic.name());
            if (topic.deadLetters() && found != null && found.visible()) {
                count.of(found).ifPresent(letters::add);
            }
        }
        return letters;
    }
}
