package holdfast.metrics;

import holdfast.core.metrics.DelayBuckets;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** One histogram as it is put together from its buckets, each counted alone, and its sum. */
final class HistogramParts {

    private final long[] counts = new long[DelayBuckets.COUNT];
    private double sum;

    void add(int part, double value) {
        if (part == SeriesName.SUM) {
            sum += value;
        } else {
            counts[part] += Math.round(value);
        }
    }

    /** Its count is the sum of its buckets, so that the two never contradict each other. */
    HistogramDataPointSnapshot point(Labels labels) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int bucket = 0; bucket < counts.length; bucket++) {
            buckets.bucket(DelayBuckets.maxSeconds(bucket), counts[bucket]);
        }
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(sum)
                .labels(labels)
                .build();
    }
}
