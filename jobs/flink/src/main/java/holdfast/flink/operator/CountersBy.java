package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A counter for each constant of an enum, told apart by a label. Not thread-safe. */
final class CountersBy<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    CountersBy(Class<E> words, MetricLabel label, ChurnMetric metric, MetricGroup metrics) {
        counters = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            counters.put(
                    word,
                    metrics.addGroup(label.key(), MetricLabel.word(word))
                            .counter(metric.metricName()));
        }
    }

    void count(E word) {
        requireNonNull(counters.get(word)).inc();
    }
}
