package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A counter for each constant of an enum, told apart by a label. Not thread-safe. */
final class CountersBy<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    CountersBy(Class<E> labels, String labelName, String metric, MetricGroup metrics) {
        counters = new EnumMap<>(labels);
        for (E label : labels.getEnumConstants()) {
            String word = label.name().toLowerCase(Locale.ROOT);
            counters.put(label, metrics.addGroup(labelName, word).counter(metric));
        }
    }

    void count(E label) {
        requireNonNull(counters.get(label)).inc();
    }
}
