package holdfast.app.options;

import holdfast.app.shell.WrongUseException;
import holdfast.core.document.Nearest;
import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Options as a person assigns them: {@code key=value}, each key known, each value of its type.
 *
 * <p>Two prefixes pass through unchecked: {@code flink.} for Flink's own configuration and {@code
 * kafka.client.} for every Kafka client (security, for one).
 */
public final class Assignments {

    public static final String FLINK_PREFIX = "flink.";
    public static final String CLIENT_PREFIX = "kafka.client.";

    private final Map<String, ConfigOption<?>> known = new LinkedHashMap<>();
    private final List<ConfigOption<?>> heeded;
    private final Configuration options = new Configuration();
    private final Configuration flink = new Configuration();
    private final Map<String, String> clients = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Assignments(List<ConfigOption<?>> heeded) {
        this.heeded = heeded;
        for (ConfigOption<?> option : ScoringOptions.all()) {
            known.put(option.key(), option);
        }
    }

    /**
     * Reads assignments of the scoring job in order; a later one replaces an earlier one.
     *
     * @throws WrongUseException naming every problem at once
     */
    public static Assignments read(List<String> texts) {
        return read(texts, ScoringOptions.all());
    }

    /** The same of the learning job, to which some options say nothing: these are refused. */
    public static Assignments ofLearning(List<String> texts) {
        return read(texts, ScoringOptions.ofLearning());
    }

    private static Assignments read(List<String> texts, List<ConfigOption<?>> heeded) {
        Assignments assignments = new Assignments(heeded);
        texts.forEach(assignments::assign);
        if (!assignments.problems.isEmpty()) {
            throw new WrongUseException(assignments.problems);
        }
        return assignments;
    }

    /** Holdfast's own options. */
    public Configuration options() {
        return options;
    }

    /** Flink's options, without the prefix. */
    public Configuration flink() {
        return flink;
    }

    /** Properties for every Kafka client, without the prefix. */
    public Map<String, String> clients() {
        return Map.copyOf(clients);
    }

    private void assign(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            problems.add("--set needs key=value (got \"" + text + "\")");
            return;
        }
        String key = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        if (key.startsWith(FLINK_PREFIX)) {
            flink.setString(key.substring(FLINK_PREFIX.length()), value);
        } else if (key.startsWith(CLIENT_PREFIX)) {
            clients.put(key.substring(CLIENT_PREFIX.length()), value);
        } else {
            assign(key, value);
        }
    }

    private void assign(String key, String value) {
        ConfigOption<?> option = known.get(key);
        if (option == null) {
            Optional<String> meant = Nearest.of(key, known.keySet());
            String hint = meant.map(it -> "; did you mean \"" + it + "\"?").orElse("");
            problems.add("unknown option \"" + key + "\"" + hint);
            return;
        }
        if (!heeded.contains(option)) {
            problems.add(
                    key
                            + " says nothing to the learning job, only to the scoring job; leave it out");
            return;
        }
        try {
            options.setString(key, plain(option, value));
            options.get(option);
        } catch (IllegalArgumentException refused) {
            problems.add(key + " " + complaint(option, value, refused));
        }
    }

    /** What Flink reads: it would take a duration without a unit for milliseconds. */
    private static String plain(ConfigOption<?> option, String value) {
        return OptionTable.isDuration(option) ? Durations.parseMillis(value) + " ms" : value;
    }

    private static String complaint(
            ConfigOption<?> option, String value, IllegalArgumentException refused) {
        if (OptionTable.isDuration(option)) {
            return String.valueOf(refused.getMessage());
        }
        return "must be " + OptionTable.type(option) + " (got \"" + value + "\")";
    }
}
