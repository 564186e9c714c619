package holdfast.flink.operator;

import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.DelayBuckets;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A histogram of delays as plain counters, one a bucket, and a sum: tasks' histograms add up, which
 * Flink's own do not. Recording allocates nothing. Not thread-safe.
 */
final class DelayCounts {

    private static final double MILLIS_A_SECOND = 1e3;

    private final Counter[] buckets = new Counter[DelayBuckets.COUNT];
    private long sumMillis;

    DelayCounts(ChurnMetric histogram, MetricGroup metrics) {
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            buckets[bucket] =
                    metrics.addGroup(DelayBuckets.LABEL, DelayBuckets.text(bucket))
                            .counter(histogram.metricName() + DelayBuckets.BUCKET);
        }
        metrics.gauge(histogram.metricName() + DelayBuckets.SUM, () -> sumMillis / MILLIS_A_SECOND);
    }

    /** Records a delay; a negative one, as clocks that differ make it, is none. */
    void record(long millis) {
        long delayMillis = Math.max(0, millis);
        buckets[DelayBuckets.of(delayMillis)].inc();
        sumMillis += delayMillis;
    }
}
