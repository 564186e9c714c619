package holdfast.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a value lies in a JSON message.
 *
 * @param steps the field names from the top down; 1 to 8, each of at most 64 characters
 * @param scale the unit if the value is a time sent as a number
 */
public record FieldPath(List<String> steps, TimeScale scale) {
    private static final int STEPS_MAX = 8;

    public FieldPath {
        Objects.requireNonNull(scale, "scale");
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException(
                    "a field path must have 1 to " + STEPS_MAX + " steps: " + steps);
        }
        for (String step : steps) {
            Ids.checkName("field", step, Ids.NAME_CHARS_MAX);
        }
    }

    /**
     * Reads a dotted path such as {@code properties.total}; a time may carry its unit, as in {@code
     * event_timestamp:micros}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static FieldPath parse(String text) {
        for (TimeScale scale : TimeScale.values()) {
            String suffix = ":" + scale.label();
            if (text.endsWith(suffix)) {
                String path = text.substring(0, text.length() - suffix.length());
                return new FieldPath(steps(path), scale);
            }
        }
        if (text.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "unknown unit; a path may end in :millis, :micros or :seconds: " + text);
        }
        return new FieldPath(steps(text), TimeScale.MILLIS);
    }

    /** The text that {@link #parse} reads back. */
    public String text() {
        String path = String.join(".", steps);
        return scale == TimeScale.MILLIS ? path : path + ":" + scale.label();
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            steps.add(path.substring(from, dot));
            from = dot + 1;
        }
        steps.add(path.substring(from));
        return steps;
    }
}
