package holdfast.flink.operator;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.MetricGroup;

/**
 * Alert messages and alerts held back, by policy. Playbooks come and go, so policies beyond the
 * first {@value #POLICIES_MAX} are counted as one. Not thread-safe.
 */
final class PolicyCounts {

    private static final int POLICIES_MAX = 32;

    private final MetricGroup metrics;
    private final Map<String, OfPolicy> policies = new HashMap<>();

    PolicyCounts(MetricGroup metrics) {
        this.metrics = metrics;
    }

    /** Shows a policy's counters, at 0, before anything is counted. */
    void expect(String policy) {
        of(policy);
    }

    void sent(Alert alert) {
        Map<AlertStatus, CountersBy<AlertTrigger>> sent = of(alert.decidedBy().policy()).sent();
        Objects.requireNonNull(sent.get(alert.status())).count(alert.trigger());
    }

    void held(String policy, HoldReason reason) {
        of(policy).held().count(reason);
    }

    private OfPolicy of(String policy) {
        OfPolicy known = policies.get(policy);
        if (known != null) {
            return known;
        }
        String name = policies.size() < POLICIES_MAX ? policy : MetricLabel.OTHER;
        return policies.computeIfAbsent(name, this::register);
    }

    private OfPolicy register(String policy) {
        MetricGroup group = metrics.addGroup(MetricLabel.POLICY.key(), policy);
        Map<AlertStatus, CountersBy<AlertTrigger>> sent = new EnumMap<>(AlertStatus.class);
        for (AlertStatus status : AlertStatus.values()) {
            sent.put(
                    status,
                    new CountersBy<>(
                            AlertTrigger.class,
                            MetricLabel.TRIGGER,
                            ChurnMetric.ALERTS,
                            group.addGroup(MetricLabel.STATUS.key(), MetricLabel.word(status))));
        }
        return new OfPolicy(
                sent,
                new CountersBy<>(
                        HoldReason.class, MetricLabel.HOLD_REASON, ChurnMetric.HELD_ALERTS, group));
    }

    private record OfPolicy(
            Map<AlertStatus, CountersBy<AlertTrigger>> sent, CountersBy<HoldReason> held) {}
}
