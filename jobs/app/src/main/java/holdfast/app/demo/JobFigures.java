package holdfast.app.demo;

import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.metrics.ChurnMetric;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The job's counters at one instant, summed over its operators and tasks.
 *
 * @param fates records by what became of them
 * @param alerts messages by status
 * @param opened messages of status OPENED, by what set them off
 * @param held alerts held back, by reason in lower case
 * @param delayMillisP99 from a source to the furthest operator, the slowest pair; NaN while unknown
 */
record JobFigures(
        Map<Fate, Long> fates,
        Map<AlertStatus, Long> alerts,
        Map<AlertTrigger, Long> opened,
        Map<String, Long> held,
        double delayMillisP99) {

    /** Reads one answer of the metrics' address. */
    static JobFigures read(String exposition) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        Map<AlertStatus, Long> alerts = new EnumMap<>(AlertStatus.class);
        Map<AlertTrigger, Long> opened = new EnumMap<>(AlertTrigger.class);
        Map<String, Long> held = new TreeMap<>();
        double delayMillisP99 = Double.NaN;
        for (Sample sample : Sample.all(exposition)) {
            if (sample.is(ChurnMetric.ACCOUNTED_EVENTS.metricName())) {
                fates.merge(fate(sample.label("fate")), sample.whole(), Long::sum);
            } else if (sample.is(ChurnMetric.ALERTS.metricName())) {
                AlertStatus status = AlertStatus.valueOf(sample.upperLabel("status"));
                alerts.merge(status, sample.whole(), Long::sum);
                if (status == AlertStatus.OPENED) {
                    AlertTrigger trigger = AlertTrigger.valueOf(sample.upperLabel("trigger"));
                    opened.merge(trigger, sample.whole(), Long::sum);
                }
            } else if (sample.is(ChurnMetric.HELD_ALERTS.metricName())) {
                held.merge(sample.label("reason"), sample.whole(), Long::sum);
            } else if (sample.is("_latency") && sample.label("quantile").equals("0.99")) {
                delayMillisP99 = larger(delayMillisP99, sample.value());
            }
        }
        return new JobFigures(fates, alerts, opened, held, delayMillisP99);
    }

    long of(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    long of(AlertStatus status) {
        return alerts.getOrDefault(status, 0L);
    }

    long of(AlertTrigger trigger) {
        return opened.getOrDefault(trigger, 0L);
    }

    /** Records that have met their fate. */
    long settled() {
        return fates.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Alert messages sent. */
    long messages() {
        return alerts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Alerts that are open. */
    long open() {
        return of(AlertStatus.OPENED)
                - of(AlertStatus.RECOVERED)
                - of(AlertStatus.RETRACTED)
                - of(AlertStatus.EXPIRED);
    }

    private static Fate fate(String label) {
        for (Fate fate : Fate.values()) {
            if (fate.label().equals(label)) {
                return fate;
            }
        }
        throw new IllegalArgumentException("no fate is called " + label);
    }

    /** The larger of two, of which each may be unknown. */
    private static double larger(double one, double other) {
        return one >= other || Double.isNaN(other) ? one : other;
    }
}
