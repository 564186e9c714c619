package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Rules;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.core.playbook.Policy;
import holdfast.core.time.Timeline;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Encodes the engine's decisions, sends them on and counts them. Not thread-safe. */
final class Outbox implements Decisions {

    private final Encoder encoder;
    private final TrainingSample taught;
    private final boolean simulated;
    private final PolicyCounts policies;
    private final Counter scores;
    private final Counter forgotten;
    private final DelayCounts eventDelay;
    private final Map<AlertTrigger, DelayCounts> alertDelay = new EnumMap<>(AlertTrigger.class);

    private @Nullable Collector<EncodedRecord> out;
    private KeyedBroadcastProcessFunction<String, Arrival, Publication, EncodedRecord>.@Nullable
            ReadOnlyContext
            beside;
    private long nowMillis;
    private long eventMillis;

    /**
     * @param simulated whether delays mean nothing, because records' times are a simulation's
     */
    Outbox(ScoringStart start, boolean simulated, MetricGroup metrics) {
        this.encoder = start.format().encoder();
        this.taught = new TrainingSample(start.trainingShare());
        this.simulated = simulated;
        policies = new PolicyCounts(metrics);
        scores = metrics.counter(ChurnMetric.SCORES.metricName());
        forgotten = metrics.counter(ChurnMetric.FORGOTTEN_CUSTOMERS.metricName());
        eventDelay = new DelayCounts(ChurnMetric.EVENT_DELAY, metrics);
        for (AlertTrigger trigger : AlertTrigger.values()) {
            MetricGroup ofTrigger =
                    metrics.addGroup(MetricLabel.TRIGGER.key(), MetricLabel.word(trigger));
            alertDelay.put(trigger, new DelayCounts(ChurnMetric.ALERT_DELAY, ofTrigger));
        }
    }

    /** Shows the counters of the policies that decide or are about to. */
    void expect(Guidance guidance) {
        for (Timeline.Version<Rules> version : guidance.rules().versions()) {
            version.value().playbook().policies().forEach(policy -> policies.expect(policy.name()));
        }
    }

    /**
     * Sends what follows to this collector, and beside it what can be learned from.
     *
     * @param timeMillis event time, for records that name none themselves
     */
    Outbox to(
            Collector<EncodedRecord> collector,
            KeyedBroadcastProcessFunction<String, Arrival, Publication, EncodedRecord>
                            .ReadOnlyContext
                    context,
            long timeMillis) {
        out = collector;
        beside = context;
        nowMillis = context.currentProcessingTime();
        eventMillis = timeMillis;
        return this;
    }

    /** Notes how long a record took from the broker through the engine. */
    void arrived(Origin origin) {
        if (!simulated) {
            eventDelay.record(nowMillis - origin.timestampMillis());
        }
    }

    @Override
    public void alert(Alert alert) {
        policies.sent(alert);
        if (!simulated) {
            requireNonNull(alertDelay.get(alert.trigger()))
                    .record(nowMillis - alert.occurredAtMillis());
        }
        send(encoder.alert(alert, nowMillis));
    }

    @Override
    public void score(ScoreReport report) {
        scores.inc();
        send(encoder.score(report));
    }

    @Override
    public void held(Policy policy, HoldReason reason) {
        policies.held(policy.name(), reason);
    }

    @Override
    public void forgotten(String customerId) {
        forgotten.inc();
        send(EncodedRecord.tombstone(customerId, eventMillis));
    }

    @Override
    public boolean learnsFrom(long customerKey) {
        return taught.holds(customerKey);
    }

    @Override
    public void training(TrainingRecord record) {
        if (taught.hears(record)) {
            requireNonNull(beside).output(ChurnFunction.TRAINING, record);
        }
    }

    private void send(EncodedRecord record) {
        if (out == null) {
            throw new IllegalStateException("nobody collects");
        }
        out.collect(record);
    }
}
