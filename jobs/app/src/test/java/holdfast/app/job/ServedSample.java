package holdfast.app.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line that was served to Prometheus. */
record ServedSample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE =
            Pattern.compile("^(\\w+)\\{(.*)} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Every sample of a page. */
    static List<ServedSample> all(String page) {
        return LINE.matcher(page)
                .results()
                .map(
                        line ->
                                new ServedSample(
                                        line.group(1),
                                        labels(line.group(2)),
                                        Double.parseDouble(line.group(3))))
                .toList();
    }

    /** What it is one of: everything but its value. */
    String series() {
        return name + labels;
    }

    boolean bears(String label, String text) {
        return text.equals(labels.get(label));
    }

    /** Its labels but for one. */
    Map<String, String> without(String label) {
        Map<String, String> others = new TreeMap<>(labels);
        others.remove(label);
        return others;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }
}
