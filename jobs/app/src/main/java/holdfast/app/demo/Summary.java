package holdfast.app.demo;

import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where every produced record ended.
 *
 * @param produced records sent to the input topics
 */
record Summary(long produced, JobFigures figures) {

    /** Whether each record has met exactly one fate. */
    boolean addsUp() {
        return produced == figures.settled();
    }

    /** One line of JSON, of the form that README describes. */
    String json() {
        Map<String, Long> fates = new LinkedHashMap<>();
        fates.put("produced", produced);
        for (Fate fate : Fate.values()) {
            fates.put(plural(fate), figures.of(fate));
        }
        Map<String, Long> alerts = new LinkedHashMap<>();
        for (AlertStatus status : AlertStatus.values()) {
            alerts.put(status.name().toLowerCase(Locale.ROOT), figures.of(status));
        }
        for (AlertTrigger trigger : AlertTrigger.values()) {
            alerts.put(trigger.name().toLowerCase(Locale.ROOT), figures.of(trigger));
        }
        return "{\"summary\": {" + members(fates) + ", \"alerts\": {" + members(alerts) + "}}}";
    }

    /** The fate's word for many records: it is a noun for one of them only. */
    private static String plural(Fate fate) {
        return fate == Fate.DUPLICATE ? "duplicates" : fate.label();
    }

    private static String members(Map<String, Long> counts) {
        StringBuilder members = new StringBuilder();
        counts.forEach(
                (name, count) ->
                        members.append(members.isEmpty() ? "" : ", ")
                                .append('"')
                                .append(name)
                                .append("\": ")
                                .append(count));
        return members.toString();
    }

    /** The same in a few lines for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "produced", produced, "");
        for (Fate fate : Fate.values()) {
            line(text, plural(fate).replace('_', '-'), figures.of(fate), meaning(fate));
        }
        text.append(addsUp() ? "  every produced event has met its fate" : "  these do not add up");
        text.append("\n\n  alerts ");
        String between = "";
        for (AlertStatus status : AlertStatus.values()) {
            text.append(between).append(number(figures.of(status))).append(' ');
            text.append(status.name().toLowerCase(Locale.ROOT));
            between = ", ";
        }
        figures.held()
                .forEach(
                        (reason, count) -> {
                            if (count > 0) {
                                text.append("\n  held back by ").append(reason.replace('_', ' '));
                                text.append(": ").append(number(count));
                            }
                        });
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long count, String meaning) {
        text.append(String.format(Locale.ROOT, "  %-14s %,12d", name, count));
        text.append(meaning.isEmpty() ? "" : "   " + meaning).append('\n');
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String meaning(Fate fate) {
        return switch (fate) {
            case SCORED -> "taken in on time";
            case LATE -> "taken in behind the clock";
            case DUPLICATE -> "seen before";
            case UNIDENTIFIED -> "of nobody known";
            case ERASED -> "of someone who asked to be forgotten";
            case DEAD_LETTERED -> "refused, kept with the reason";
        };
    }
}
