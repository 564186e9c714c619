package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.playbook.Policy;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.Origin;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Encodes the engine's decisions, sends them on and counts them. Not thread-safe. */
final class Outbox implements Decisions {

    private static final int DELAYS_KEPT = 1_000;

    private final Encoder encoder;
    private final Map<AlertStatus, CountersBy<AlertTrigger>> alerts =
            new EnumMap<>(AlertStatus.class);
    private final CountersBy<HoldReason> held;
    private final Counter scores;
    private final Counter forgotten;
    private final Histogram alertDelay;
    private final Histogram eventDelay;

    private @Nullable Collector<EncodedRecord> out;
    private long nowMillis;
    private long eventMillis;

    Outbox(Encoder encoder, MetricGroup metrics) {
        this.encoder = encoder;
        for (AlertStatus status : AlertStatus.values()) {
            MetricGroup ofStatus =
                    metrics.addGroup("status", status.name().toLowerCase(Locale.ROOT));
            alerts.put(
                    status,
                    new CountersBy<>(
                            AlertTrigger.class, "trigger", "churn_alerts_total", ofStatus));
        }
        held = new CountersBy<>(HoldReason.class, "reason", "churn_held_alerts_total", metrics);
        scores = metrics.counter("churn_scores_total");
        forgotten = metrics.counter("churn_forgotten_customers_total");
        eventDelay =
                metrics.histogram(
                        "churn_event_delay_millis",
                        new DescriptiveStatisticsHistogram(DELAYS_KEPT));
        alertDelay =
                metrics.histogram(
                        "churn_alert_delay_millis",
                        new DescriptiveStatisticsHistogram(DELAYS_KEPT));
    }

    /**
     * Sends what follows to this collector.
     *
     * @param processingMillis the wall clock
     * @param timeMillis event time, for records that name none themselves
     */
    Outbox to(Collector<EncodedRecord> collector, long processingMillis, long timeMillis) {
        out = collector;
        nowMillis = processingMillis;
        eventMillis = timeMillis;
        return this;
    }

    /** Notes how long a record took from the broker through the engine. */
    void arrived(Origin origin) {
        eventDelay.update(nowMillis - origin.timestampMillis());
    }

    @Override
    public void alert(Alert alert) {
        requireNonNull(alerts.get(alert.status())).count(alert.trigger());
        alertDelay.update(nowMillis - alert.occurredAtMillis());
        send(encoder.alert(alert, nowMillis));
    }

    @Override
    public void score(ScoreReport report) {
        scores.inc();
        send(encoder.score(report));
    }

    @Override
    public void held(Policy policy, HoldReason reason) {
        held.count(reason);
    }

    @Override
    public void forgotten(String customerId) {
        forgotten.inc();
        send(EncodedRecord.tombstone(customerId, eventMillis));
    }

    private void send(EncodedRecord record) {
        if (out == null) {
            throw new IllegalStateException("nobody collects");
        }
        out.collect(record);
    }
}
