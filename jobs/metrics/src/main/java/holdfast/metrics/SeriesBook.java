package holdfast.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics that are registered now, each under its name.
 *
 * <p>Holds as many as the tasks that run here have; of two under one name, as when two scoring jobs
 * share a process, the newer. Thread-safe.
 */
final class SeriesBook {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesBook.class);

    private final Map<SeriesName, Metric> metrics = new ConcurrentHashMap<>();

    /** Takes a metric in. */
    void add(SeriesName name, Metric metric) {
        Metric older = metrics.put(name, metric);
        if (older != null) {
            LOG.warn("two jobs tell {}: serving the newer", name);
        }
    }

    /** Lets a metric go, unless another has taken its name. */
    void remove(SeriesName name, Metric metric) {
        metrics.remove(name, metric);
    }

    /** Those registered now, in no order. */
    Map<SeriesName, Metric> registered() {
        return metrics;
    }
}
