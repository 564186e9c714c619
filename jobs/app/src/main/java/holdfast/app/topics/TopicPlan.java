package holdfast.app.topics;

import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.topics.TopicChange.Action;
import holdfast.app.topics.TopicChange.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What it takes to bring topics from what they are to what is wanted.
 *
 * <p>A plan deletes nothing, takes no partition away, adds none where that would part a customer's
 * records, and never makes a topic keep or allow less than it does.
 */
record TopicPlan(List<TopicChange> changes) {

    private static final String FOREVER = "-1";
    private static final List<String> NEVER_LOWERED =
            List.of(
                    "retention.ms",
                    "max.message.bytes",
                    "message.timestamp.before.max.ms",
                    "message.timestamp.after.max.ms");
    private static final String SEGMENTS = "segment.ms";

    TopicPlan {
        changes = List.copyOf(changes);
    }

    /**
     * Plans.
     *
     * @param present the topics that are there, by name
     * @param asked numbers that a person asked for; what is there is measured by no others
     */
    static TopicPlan of(List<WantedTopic> wanted, Map<String, TopicFacts> present, Asked asked) {
        List<TopicChange> changes = new ArrayList<>();
        for (WantedTopic topic : wanted) {
            TopicFacts found = present.get(topic.name());
            changes.add(
                    found == null
                            ? new TopicChange(topic, Action.CREATE, List.of(), List.of(), List.of())
                            : change(topic, found, asked));
        }
        return new TopicPlan(changes);
    }

    /** Numbers that a person asked for. */
    record Asked(Optional<Integer> partitions, Optional<Short> replication) {}

    long count(Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    /** Whether something was asked for that is not done. */
    boolean refuses() {
        return changes.stream().anyMatch(change -> !change.refused().isEmpty());
    }

    /** Whether all is as it is wanted, but for what may stay as it is. */
    boolean isDone() {
        return count(Action.KEEP) == changes.size() && !refuses();
    }

    private static TopicChange change(WantedTopic wanted, TopicFacts found, Asked asked) {
        List<Setting> settings = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        if (found.visible()) {
            partitions(wanted, found, asked, left, refused);
            replicas(found, asked, refused);
            settings(wanted, found, settings, left, refused);
        } else {
            refused.add("this user may not see it: grant DESCRIBE, or it is missing");
        }
        Action action = settings.isEmpty() ? Action.KEEP : Action.CHANGE;
        return new TopicChange(wanted, action, settings, left, refused);
    }

    private static void partitions(
            WantedTopic wanted,
            TopicFacts found,
            Asked asked,
            List<String> left,
            List<String> refused) {
        if (wanted.ordered() && found.partitions() != 1) {
            refused.add(
                    found.partitions()
                            + " partitions where its order needs 1: partitions cannot be taken"
                            + " away; delete and create it, or use another prefix");
        }
        if (wanted.ordered() || asked.partitions().isEmpty()) {
            return;
        }
        int count = asked.partitions().get();
        if (found.partitions() > count) {
            left.add(found.partitions() + " partitions stay: they cannot be taken away");
        } else if (found.partitions() < count && wanted.byCustomer()) {
            refused.add(
                    "not %d partitions but %d as they are: more would send a customer's records to another one, so that old and new ones lose their order; use another prefix"
                            .formatted(count, found.partitions()));
        } else if (found.partitions() < count) {
            left.add(found.partitions() + " partitions stay: dead letters need no more");
        }
    }

    private static void replicas(TopicFacts found, Asked asked, List<String> refused) {
        int count = asked.replication().map(Short::intValue).orElse(found.replicas());
        if (found.replicas() != count) {
            refused.add(
                    "not %d copies but %d as they are: copying moves data; use kafka-reassign-partitions"
                            .formatted(count, found.replicas()));
        }
    }

    private static void settings(
            WantedTopic wanted,
            TopicFacts found,
            List<Setting> settings,
            List<String> left,
            List<String> refused) {
        if (found.settings().isEmpty()) {
            refused.add("this user may not see its settings: grant DESCRIBE_CONFIGS");
            return;
        }
        for (Map.Entry<String, String> setting : new TreeMap<>(wanted.settings()).entrySet()) {
            String key = setting.getKey();
            String to = setting.getValue();
            String from = found.setting(key).orElse("none");
            if (from.equals(to) || key.equals(SEGMENTS)) {
                continue;
            }
            if (NEVER_LOWERED.contains(key) && isMore(from, to)) {
                left.add(key + "=" + from + " stays, more than " + to);
            } else {
                settings.add(new Setting(key, from, to));
            }
        }
    }

    private static boolean isMore(String from, String to) {
        if (from.equals(FOREVER) || to.equals(FOREVER)) {
            return from.equals(FOREVER);
        }
        try {
            return Long.parseLong(from) > Long.parseLong(to);
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
