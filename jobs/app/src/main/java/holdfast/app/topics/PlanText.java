package holdfast.app.topics;

import holdfast.app.kafka.WantedTopic;
import holdfast.app.topics.TopicChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as a table for people. */
final class PlanText {

    private PlanText() {}

    /** The table, and below it one line of counts. */
    static String of(TopicPlan plan, Optional<Short> replication, boolean applied) {
        int width = plan.changes().stream().mapToInt(it -> it.name().length()).max().orElse(0);
        StringBuilder page = new StringBuilder();
        for (TopicChange change : plan.changes()) {
            List<String> lines = lines(change, replication);
            page.append(row(width, change.name(), change.action().word(applied), lines.get(0)));
            for (String more : lines.subList(1, lines.size())) {
                page.append(row(width, "", "", more));
            }
        }
        return page.append(summary(plan, applied)).toString();
    }

    /** What topics are to be like, without any plan. */
    static String of(List<WantedTopic> wanted) {
        int width = wanted.stream().mapToInt(it -> it.name().length()).max().orElse(0);
        StringBuilder page = new StringBuilder();
        for (WantedTopic topic : wanted) {
            page.append(row(width, topic.name(), "", description(topic, Optional.empty())));
        }
        return page.toString();
    }

    private static String row(int width, String name, String word, String text) {
        return ("%-" + width + "s  %-8s %s").formatted(name, word, text).stripTrailing() + "\n";
    }

    private static List<String> lines(TopicChange change, Optional<Short> replication) {
        List<String> lines = new ArrayList<>();
        if (change.action() == Action.CREATE) {
            lines.add(description(change.wanted(), replication));
        }
        for (TopicChange.Setting setting : change.settings()) {
            lines.add(setting.key() + ": " + setting.from() + " -> " + setting.to());
        }
        change.refused().forEach(text -> lines.add("REFUSED " + text));
        lines.addAll(change.left());
        if (lines.isEmpty()) {
            lines.add("as wanted");
        }
        return lines;
    }

    private static String description(WantedTopic topic, Optional<Short> replication) {
        String partitions =
                topic.partitions() == 1 ? "1 partition" : topic.partitions() + " partitions";
        String copies = replication.map(count -> ", replication " + count).orElse("");
        String settings =
                new TreeMap<>(topic.settings())
                        .entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(", "));
        return partitions + copies + (settings.isEmpty() ? "" : ", " + settings);
    }

    private static String summary(TopicPlan plan, boolean applied) {
        long refused = plan.changes().stream().filter(it -> !it.refused().isEmpty()).count();
        String counts =
                "%d %s, %d %s, %d as they are"
                        .formatted(
                                plan.count(Action.CREATE),
                                applied ? "created" : "to create",
                                plan.count(Action.CHANGE),
                                applied ? "changed" : "to change",
                                plan.count(Action.KEEP));
        return counts + (refused == 0 ? "\n" : "; " + refused + " with something refused\n");
    }
}
