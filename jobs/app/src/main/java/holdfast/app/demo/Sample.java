package holdfast.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of Prometheus' text format.
 *
 * @param name of the metric, with the scope that Flink puts before its own
 */
record Sample(String name, Map<String, String> labels, double value) {

    /** Every sample of an answer; comments and lines that are none are passed over. */
    static List<Sample> all(String exposition) {
        List<Sample> samples = new ArrayList<>();
        exposition
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> add(line, samples));
        return samples;
    }

    boolean is(String metric) {
        return name.endsWith(metric);
    }

    /** The label's text, empty when there is none. */
    String label(String label) {
        return labels.getOrDefault(label, "");
    }

    String upperLabel(String label) {
        return label(label).toUpperCase(Locale.ROOT);
    }

    long whole() {
        return Math.round(value);
    }

    private static void add(String line, List<Sample> samples) {
        int labelsEnd = line.lastIndexOf('}');
        int valueBegin = line.indexOf(' ', labelsEnd + 1) + 1;
        int labelsBegin = line.indexOf('{');
        if (valueBegin == 0 || labelsBegin > labelsEnd) {
            return;
        }
        int nameEnd = labelsBegin < 0 ? valueBegin - 1 : labelsBegin;
        String labels = labelsBegin < 0 ? "" : line.substring(labelsBegin + 1, labelsEnd);
        try {
            double value = Double.parseDouble(line.substring(valueBegin).strip());
            samples.add(new Sample(line.substring(0, nameEnd), labels(labels), value));
        } catch (NumberFormatException notANumber) {
            // Not a sample that we ask for.
        }
    }

    /** Labels without escapes or commas in their text, as ours are; others are cut short. */
    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf("=\"");
            if (equals > 0 && pair.endsWith("\"")) {
                labels.put(
                        pair.substring(0, equals), pair.substring(equals + 2, pair.length() - 1));
            }
        }
        return labels;
    }
}
