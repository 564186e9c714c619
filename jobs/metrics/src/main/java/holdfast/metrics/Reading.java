package holdfast.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one metric of a task that runs meanwhile, and may fail, or have nothing to say yet. */
final class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private Reading() {}

    /** The value of a counter or a gauge; none if it has none now. */
    static OptionalDouble number(Metric metric) {
        Object value = value(metric);
        if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.doubleValue());
    }

    /** What a gauge says in words: maps of label to value. */
    static List<Map<String, String>> words(Metric metric) {
        List<Map<String, String>> words = new ArrayList<>();
        if (value(metric) instanceof Collection<?> sayings) {
            for (Object saying : sayings) {
                if (saying instanceof Map<?, ?> labels) {
                    words.add(texts(labels));
                }
            }
        }
        return words;
    }

    private static Map<String, String> texts(Map<?, ?> labels) {
        Map<String, String> texts = new HashMap<>();
        labels.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** Null when it fails: a metric that is broken must not cost the others. */
    private static @Nullable Object value(Metric metric) {
        try {
            if (metric instanceof Counter counter) {
                return counter.getCount();
            }
            return metric instanceof Gauge<?> gauge ? gauge.getValue() : null;
        } catch (RuntimeException | LinkageError failure) {
            LOG.debug("left out of this scrape: {}", metric, failure);
            return null;
        }
    }
}
