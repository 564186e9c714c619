package holdfast.app.doctor;

import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.options.Assignments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Facts of a healthy deployment on three brokers, to spoil. */
final class TestingFacts {

    static final long NOW = 1_800_000_000_000L;

    private final Map<String, TopicFacts> topics = new HashMap<>();
    private final Map<String, String> broker =
            new HashMap<>(Map.of("transaction.max.timeout.ms", "900000"));
    private final List<Facts.Sample> samples = new ArrayList<>();
    private final List<Facts.DeadLetters> letters = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private Optional<Facts.Learner> learner = Optional.empty();
    private Facts.Ticks ticks = new Facts.Ticks(NOW - 300, NOW - 302, NOW - 290, NOW);
    private String registryProblem = "";
    private int brokers = 3;
    private int parallelism = 4;

    TestingFacts(String... options) {
        this.options.addAll(List.of("kafka.bootstrap=kafka:9093"));
        this.options.add("kafka.client.security.protocol=SASL_SSL");
        this.options.addAll(List.of(options));
        for (WantedTopic topic : deployment().topics().wanted()) {
            Map<String, String> settings = new HashMap<>(topic.settings());
            settings.putIfAbsent("cleanup.policy", "delete");
            settings.putIfAbsent("retention.ms", "604800000");
            settings.putIfAbsent("message.timestamp.type", "CreateTime");
            settings.putIfAbsent("message.timestamp.after.max.ms", "3600000");
            settings.put("min.insync.replicas", "2");
            topics.put(
                    topic.name(),
                    new TopicFacts(topic.name(), topic.partitions(), 3, settings, Set.of()));
        }
    }

    TestingFacts without(String topic) {
        topics.remove(topic);
        return this;
    }

    TestingFacts withoutAny() {
        topics.clear();
        return this;
    }

    TestingFacts set(String topic, String key, String value) {
        Map<String, String> settings = new HashMap<>(facts(topic).settings());
        settings.put(key, value);
        return put(facts(topic).partitions(), facts(topic).replicas(), topic, settings);
    }

    TestingFacts partitions(String topic, int count) {
        return put(count, 3, topic, facts(topic).settings());
    }

    TestingFacts replicas(String topic, int count) {
        return put(facts(topic).partitions(), count, topic, facts(topic).settings());
    }

    TestingFacts allow(String topic, AclOperation... operations) {
        TopicFacts was = facts(topic);
        Set<AclOperation> allowed = Set.of(operations);
        topics.put(
                topic,
                new TopicFacts(topic, was.partitions(), was.replicas(), was.settings(), allowed));
        return this;
    }

    TestingFacts hide(String topic) {
        topics.put(topic, new TopicFacts(topic, 0, 0, Map.of(), Set.of()));
        return this;
    }

    /**
     * The learning job's user is named, and may do this with a topic; with others it may do all.
     */
    TestingFacts allowLearner(String topic, AclOperation... operations) {
        Map<String, TopicFacts> seen = new HashMap<>(topics);
        TopicFacts all = facts(topic);
        seen.put(
                topic,
                new TopicFacts(topic, all.partitions(), 3, all.settings(), Set.of(operations)));
        return learner(new Facts.Learner(seen, ""));
    }

    TestingFacts learner(Facts.Learner named) {
        learner = Optional.of(named);
        return this;
    }

    TestingFacts ticks(Facts.Ticks seen) {
        ticks = seen;
        return this;
    }

    TestingFacts sample(Facts.Sample sample) {
        samples.add(sample);
        return this;
    }

    TestingFacts letters(Facts.DeadLetters count) {
        letters.add(count);
        return this;
    }

    TestingFacts brokers(int count) {
        brokers = count;
        return this;
    }

    TestingFacts parallelism(int count) {
        parallelism = count;
        return this;
    }

    TestingFacts registryProblem(String problem) {
        registryProblem = problem;
        return this;
    }

    /** What was looked at. */
    List<String> checks() {
        return Report.of(deployment(), facts()).findings().stream().map(Finding::check).toList();
    }

    /** What is not all right. */
    List<String> complaints() {
        return Report.of(deployment(), facts()).findings().stream()
                .filter(finding -> finding.mark() != Finding.Mark.OK)
                .map(it -> it.mark() + " " + it.check() + " " + it.text() + " -> " + it.fix())
                .toList();
    }

    private Deployment deployment() {
        return Deployment.of(Assignments.read(options), parallelism);
    }

    private Facts facts() {
        return new Facts(
                new Facts.Broker(brokers, "4.2", broker),
                registryProblem,
                topics,
                learner,
                samples,
                Optional.of(ticks),
                letters);
    }

    private TopicFacts facts(String topic) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }

    private TestingFacts put(
            int partitions, int replicas, String topic, Map<String, String> settings) {
        topics.put(topic, new TopicFacts(topic, partitions, replicas, settings, Set.of()));
        return this;
    }
}
