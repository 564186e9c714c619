package holdfast.metrics;

import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.DelayBuckets;
import holdfast.core.metrics.MetricLabel;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one registered metric tells: of which metric of the catalogue, with which labels, and of a
 * histogram which part.
 *
 * @param bucket of a histogram, from 0; {@link #SUM} for the sum of its delays; {@link #WHOLE}
 *     where the metric has no parts
 */
record SeriesName(ChurnMetric metric, Labels labels, int bucket) {

    /** The part of a metric that has no parts. */
    static final int WHOLE = -1;

    /** The part of a histogram that is the sum of its delays. */
    static final int SUM = -2;

    private static final String SUBTASK_VARIABLE = "<subtask_index>";
    private static final String OPERATOR_VARIABLE = "<operator_name>";

    /**
     * Reads what Flink says of a metric.
     *
     * @param variables of its group, as Flink has them: {@code <name>} to value
     * @return nothing if the catalogue does not list it
     */
    static Optional<SeriesName> of(String name, Map<String, String> variables) {
        if (name.endsWith(DelayBuckets.BUCKET)) {
            String le = variables.getOrDefault("<" + DelayBuckets.LABEL + ">", "");
            int bucket = DelayBuckets.ofText(le);
            return bucket < 0
                    ? Optional.empty()
                    : part(without(name, DelayBuckets.BUCKET), bucket, variables);
        }
        if (name.endsWith(DelayBuckets.SUM)) {
            return part(without(name, DelayBuckets.SUM), SUM, variables);
        }
        return ChurnMetric.named(name)
                .filter(metric -> metric.type() != ChurnMetric.Type.HISTOGRAM)
                .map(metric -> new SeriesName(metric, labels(metric, variables), WHOLE));
    }

    /**
     * The labels with what an info says in words; words that the catalogue does not list are not.
     */
    Labels labelsWith(Map<String, String> words) {
        Labels all = labels;
        for (MetricLabel label : metric.labels()) {
            String word = words.get(label.key());
            if (word != null) {
                all = all.add(label.key(), word);
            }
        }
        return all;
    }

    private static Optional<SeriesName> part(
            String name, int bucket, Map<String, String> variables) {
        return ChurnMetric.named(name)
                .filter(metric -> metric.type() == ChurnMetric.Type.HISTOGRAM)
                .map(metric -> new SeriesName(metric, labels(metric, variables), bucket));
    }

    /** The labels of the catalogue alone: whatever else Flink knows of the group is left out. */
    private static Labels labels(ChurnMetric metric, Map<String, String> variables) {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add(MetricLabel.OPERATOR, variables.get(OPERATOR_VARIABLE), keys, values);
        add(MetricLabel.SUBTASK, variables.get(SUBTASK_VARIABLE), keys, values);
        for (MetricLabel label : metric.labels()) {
            add(label, variables.get("<" + label.key() + ">"), keys, values);
        }
        return Labels.of(keys, values);
    }

    private static void add(
            MetricLabel label, @Nullable String value, List<String> keys, List<String> values) {
        if (value != null) {
            keys.add(label.key());
            values.add(value);
        }
    }

    private static String without(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }
}
