package holdfast.app.doctor;

import holdfast.app.kafka.JobRights;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Whether each job's user may do with the topics what the job does. */
record AccessRules(Deployment deployment, Facts facts) implements Rules {

    private static final String SCORING = "access";
    private static final String LEARNING = "learning";

    /**
     * Whose rights are looked at.
     *
     * @param check under which word that is told
     * @param name as it is called there
     * @param seen the topics that are there, as the user sees them
     */
    private record User(String check, String name, Map<String, TopicFacts> seen) {}

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(summed(SCORING, scoring(), "the user may do what the scoring job does"));
        facts.learner().ifPresent(learner -> findings.addAll(learning(learner)));
        return findings;
    }

    private List<Finding> scoring() {
        User user = new User(SCORING, "the user", facts.topics());
        List<Finding> findings = new ArrayList<>();
        for (WantedTopic topic : deployment.topics().wanted()) {
            findings.addAll(denied(user, topic.name(), needed(topic)));
            TopicFacts found = facts.topics().get(topic.name());
            if (found != null && found.visible() && found.settings().isEmpty()) {
                findings.add(unseen(topic.name()));
            }
        }
        return findings;
    }

    private Set<AclOperation> needed(WantedTopic topic) {
        boolean ticks = !topic.deadLetters() && topic.topic() == Topic.TICKS;
        return ticks && !deployment.jobTicks()
                ? Set.of(AclOperation.READ)
                : JobRights.SCORING.on(topic);
    }

    private List<Finding> learning(Facts.Learner learner) {
        if (!learner.problem().isEmpty()) {
            return List.of(
                    Finding.fail(
                            LEARNING,
                            "the learning job's user cannot ask: " + learner.problem(),
                            "mend the file of --learning-kafka-config"));
        }
        User user = new User(LEARNING, "the learning job's user", learner.topics());
        List<Finding> findings = new ArrayList<>();
        for (WantedTopic topic : deployment.topics().wanted()) {
            findings.addAll(denied(user, topic.name(), JobRights.LEARNING.on(topic)));
        }
        return summed(LEARNING, findings, "its user may do what the learning job does");
    }

    /** Of a topic that is not there nothing can be said. */
    private List<Finding> denied(User user, String topic, Set<AclOperation> needed) {
        TopicFacts found = user.seen().get(topic);
        if (found == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (AclOperation operation : needed) {
            if (!found.visible() || !may(found, operation)) {
                String word = operation == AclOperation.READ ? "Read" : "Write";
                String text =
                        user.name() + " may not " + word.toLowerCase(Locale.ROOT) + " " + topic;
                findings.add(Finding.fail(user.check(), text, acl(word, topic)).about(topic));
            }
        }
        return findings;
    }

    /** Brokers that tell nothing about what is allowed have nothing against it. */
    private static boolean may(TopicFacts topic, AclOperation operation) {
        return topic.allowed().isEmpty() || topic.allowed().contains(operation);
    }

    private Finding unseen(String topic) {
        return Finding.warn(
                        SCORING,
                        "the user may not see the settings of " + topic + ": they are not judged",
                        acl("DescribeConfigs", topic))
                .about(topic);
    }

    private String acl(String operation, String topic) {
        return "kafka-acls.sh --bootstrap-server %s --add --allow-principal User:NAME --operation %s --topic %s"
                .formatted(deployment.bootstrap(), operation, topic);
    }
}
