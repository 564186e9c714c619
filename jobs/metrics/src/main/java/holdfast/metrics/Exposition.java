package holdfast.metrics;

import holdfast.core.metrics.ChurnMetric;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Metric;

/**
 * What all registered metrics tell at the instant of a scrape. One that cannot tell is left out,
 * and its metric too if no other tells. Thread-safe.
 */
final class Exposition implements MultiCollector {

    private final SeriesBook book;

    Exposition(SeriesBook book) {
        this.book = book;
    }

    @Override
    public MetricSnapshots collect() {
        Map<ChurnMetric, Map<SeriesName, Metric>> byMetric = new EnumMap<>(ChurnMetric.class);
        book.registered()
                .forEach(
                        (name, source) ->
                                byMetric.computeIfAbsent(name.metric(), first -> new HashMap<>())
                                        .put(name, source));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        byMetric.forEach((metric, sources) -> snapshots.add(snapshot(metric, sources)));
        snapshots.removeIf(snapshot -> snapshot.getDataPoints().isEmpty());
        return new MetricSnapshots(snapshots);
    }

    private static MetricSnapshot snapshot(ChurnMetric metric, Map<SeriesName, Metric> sources) {
        MetricMetadata metadata = metadata(metric);
        return switch (metric.type()) {
            case COUNTER -> new CounterSnapshot(metadata, counts(sources));
            case GAUGE -> new GaugeSnapshot(metadata, gauges(sources));
            case HISTOGRAM -> new HistogramSnapshot(metadata, histograms(sources));
            case INFO -> new InfoSnapshot(metadata, sayings(sources));
        };
    }

    /** The library adds to a name what its type demands. */
    private static MetricMetadata metadata(ChurnMetric metric) {
        String name = metric.metricName().replaceFirst("_(total|info)$", "");
        return metric.unit().isEmpty()
                ? new MetricMetadata(name, metric.help())
                : new MetricMetadata(name, metric.help(), new Unit(metric.unit()));
    }

    private static List<CounterDataPointSnapshot> counts(Map<SeriesName, Metric> sources) {
        List<CounterDataPointSnapshot> points = new ArrayList<>();
        sources.forEach(
                (name, source) ->
                        Reading.number(source)
                                .ifPresent(
                                        count ->
                                                points.add(
                                                        CounterDataPointSnapshot.builder()
                                                                .labels(name.labels())
                                                                .value(count)
                                                                .build())));
        return points;
    }

    private static List<GaugeDataPointSnapshot> gauges(Map<SeriesName, Metric> sources) {
        List<GaugeDataPointSnapshot> points = new ArrayList<>();
        sources.forEach(
                (name, source) ->
                        Reading.number(source)
                                .ifPresent(
                                        value ->
                                                points.add(
                                                        GaugeDataPointSnapshot.builder()
                                                                .labels(name.labels())
                                                                .value(value)
                                                                .build())));
        return points;
    }

    private static List<HistogramDataPointSnapshot> histograms(Map<SeriesName, Metric> sources) {
        Map<Labels, HistogramParts> parts = new HashMap<>();
        sources.forEach(
                (name, source) ->
                        Reading.number(source)
                                .ifPresent(
                                        value ->
                                                parts.computeIfAbsent(
                                                                name.labels(),
                                                                first -> new HistogramParts())
                                                        .add(name.bucket(), value)));
        List<HistogramDataPointSnapshot> points = new ArrayList<>();
        parts.forEach((labels, histogram) -> points.add(histogram.point(labels)));
        return points;
    }

    private static List<InfoDataPointSnapshot> sayings(Map<SeriesName, Metric> sources) {
        Set<Labels> said = new LinkedHashSet<>();
        sources.forEach(
                (name, source) -> {
                    for (Map<String, String> words : Reading.words(source)) {
                        said.add(name.labelsWith(words));
                    }
                });
        return said.stream().map(InfoDataPointSnapshot::new).toList();
    }
}
