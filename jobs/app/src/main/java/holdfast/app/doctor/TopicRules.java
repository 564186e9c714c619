package holdfast.app.doctor;

import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import java.util.ArrayList;
import java.util.List;

/** Whether the topics are there, with enough partitions and copies, and may be used. */
record TopicRules(Deployment deployment, Facts facts) implements Rules {

    private static final String MIN_IN_SYNC = "min.insync.replicas";

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(summed("topics", presence(), "all " + wanted().size() + " are there"));
        if (facts.topics().isEmpty()) {
            return findings;
        }
        findings.addAll(new AccessRules(deployment, facts).findings());
        findings.addAll(summed("partitions", partitions(), "enough, and one where order counts"));
        findings.addAll(summed("copies", copies(), "each record is kept more than once"));
        return findings;
    }

    private List<Finding> presence() {
        List<String> missing = new ArrayList<>();
        for (WantedTopic topic : wanted()) {
            if (!facts.topics().containsKey(topic.name())) {
                missing.add(topic.name());
            }
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        Finding.fail(
                                "topics",
                                "missing: " + String.join(", ", missing),
                                deployment.apply()));
    }

    private List<Finding> partitions() {
        List<Finding> findings = new ArrayList<>();
        int most = 0;
        for (WantedTopic topic : wanted()) {
            TopicFacts found = facts.topics().get(topic.name());
            if (found == null || !found.visible()) {
                continue;
            }
            if (topic.ordered() && found.partitions() != 1) {
                findings.add(
                        Finding.fail(
                                        "partitions",
                                        found.name()
                                                + " has "
                                                + found.partitions()
                                                + " and needs 1: its records have one order",
                                        "delete it, then " + deployment.apply())
                                .about(found.name()));
            }
            if (topic.byCustomer() && topic.topic().source().isPresent()) {
                most = Math.max(most, found.partitions());
            }
        }
        if (most > 0 && most < deployment.parallelism()) {
            findings.add(
                    Finding.warn(
                            "partitions",
                            "at most %d of %d readers of events have something to read"
                                    .formatted(most, deployment.parallelism()),
                            "run the job with a parallelism of " + most));
        }
        return findings;
    }

    private List<Finding> copies() {
        int brokers = facts.broker().count();
        if (brokers == 1) {
            String text = "one broker keeps every record once: what it loses is lost";
            return List.of(Finding.warn("copies", text, "use three brokers for what matters"));
        }
        List<Finding> findings = new ArrayList<>();
        facts.topics().values().stream()
                .filter(topic -> !topic.settings().isEmpty())
                .forEach(topic -> copies(topic, findings));
        return findings;
    }

    private void copies(TopicFacts topic, List<Finding> findings) {
        int inSync = topic.setting(MIN_IN_SYNC).map(Integer::parseInt).orElse(1);
        if (topic.replicas() == 1) {
            findings.add(
                    Finding.warn(
                                    "copies",
                                    topic.name() + " is kept once: what one broker loses is lost",
                                    "raise it to 3 with kafka-reassign-partitions.sh")
                            .about(topic.name()));
        } else if (inSync > topic.replicas()) {
            findings.add(
                    Finding.fail(
                                    "copies",
                                    "%s has %d copies and takes no record below %d"
                                            .formatted(topic.name(), topic.replicas(), inSync),
                                    deployment.alter(topic.name(), MIN_IN_SYNC + "=2"))
                            .about(topic.name()));
        } else if (inSync == 1 && topic.replicas() > 1) {
            findings.add(
                    Finding.warn(
                                    "copies",
                                    topic.name() + " acknowledges a record that one broker has",
                                    deployment.alter(topic.name(), MIN_IN_SYNC + "=2"))
                            .about(topic.name()));
        }
    }

    private List<WantedTopic> wanted() {
        return deployment.topics().wanted();
    }
}
