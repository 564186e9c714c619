package holdfast.flink.operator;

import holdfast.core.features.FeatureFamily;
import holdfast.core.learning.QualityReport;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.core.quality.Counts;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Quality;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Shows the newest report of each outcome in metrics. A figure that is not known is not shown.
 *
 * <p>Shown by one thread, read by others.
 */
public final class QualityMeters {

    private final MetricGroup metrics;
    private final Map<String, QualityReport> newest = new ConcurrentHashMap<>();

    public QualityMeters(MetricGroup metrics) {
        this.metrics = metrics;
    }

    /** Shows a report in place of the outcome's last one. */
    public void show(QualityReport report) {
        if (newest.put(report.outcome(), report) == null) {
            register(report.outcome());
        }
    }

    private void register(String outcome) {
        MetricGroup group = metrics.addGroup(MetricLabel.OUTCOME.key(), outcome);
        gauge(
                group,
                ChurnMetric.LEARNING_DRIFT_BY_CHANCE,
                outcome,
                quality -> quality.drift().indexByChance());
        gauge(
                group,
                ChurnMetric.LEARNING_PAST_RHYTHM,
                outcome,
                quality -> quality.drift().pastRhythm());
        for (FeatureFamily family : FeatureFamily.values()) {
            gauge(
                    labelled(group, MetricLabel.FAMILY, MetricLabel.word(family)),
                    ChurnMetric.LEARNING_DRIFT,
                    outcome,
                    quality -> quality.drift().max(family));
        }
        for (Opinion opinion : Opinion.values()) {
            register(labelled(group, MetricLabel.OPINION, opinion.label()), outcome, opinion);
        }
        rows(group, outcome, "open", Counts::open);
        rows(group, outcome, "matured", Counts::matured);
        rows(group, outcome, "treated", Counts::treated);
        rows(group, outcome, "special", Counts::special);
    }

    private void register(MetricGroup group, String outcome, Opinion opinion) {
        judged(group, ChurnMetric.LEARNING_LOG_LOSS, outcome, opinion, Judgement::logLoss);
        judged(
                group,
                ChurnMetric.LEARNING_CALIBRATION_ERROR,
                outcome,
                opinion,
                Judgement::calibrationError);
        judged(
                group,
                ChurnMetric.LEARNING_CALIBRATION_ERROR_BY_CHANCE,
                outcome,
                opinion,
                Judgement::calibrationErrorByChance);
        if (opinion != Opinion.SERVED) {
            group.gauge(
                    ChurnMetric.LEARNING_OPINION_SHARE.metricName(),
                    (Gauge<Double>) () -> share(outcome, opinion));
        }
    }

    /** An opinion that is not there counts for nothing. */
    private double share(String outcome, Opinion opinion) {
        return report(outcome).shares().stream()
                .filter(share -> share.opinion() == opinion)
                .mapToDouble(QualityReport.Share::share)
                .sum();
    }

    private void judged(
            MetricGroup group,
            ChurnMetric metric,
            String outcome,
            Opinion opinion,
            ToDoubleFunction<Judgement> figure) {
        gauge(
                group,
                metric,
                outcome,
                quality ->
                        quality.of(opinion)
                                .map(judgement -> figure.applyAsDouble(judgement))
                                .orElse(Double.NaN));
    }

    private void rows(
            MetricGroup group, String outcome, String state, ToDoubleFunction<Counts> count) {
        gauge(
                labelled(group, MetricLabel.ROWS, state),
                ChurnMetric.LEARNING_ROWS,
                outcome,
                quality -> count.applyAsDouble(quality.counts()));
    }

    private void gauge(
            MetricGroup group,
            ChurnMetric metric,
            String outcome,
            ToDoubleFunction<Quality> figure) {
        group.gauge(
                metric.metricName(),
                (Gauge<Double>) () -> figure.applyAsDouble(report(outcome).lesson().quality()));
    }

    private QualityReport report(String outcome) {
        return Objects.requireNonNull(newest.get(outcome));
    }

    private static MetricGroup labelled(MetricGroup group, MetricLabel label, String word) {
        return group.addGroup(label.key(), word);
    }
}
