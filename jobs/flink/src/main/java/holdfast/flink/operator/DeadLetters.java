package holdfast.flink.operator;

import holdfast.core.activity.RejectReason;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Makes dead letters and counts them by topic and reason. Not thread-safe. */
final class DeadLetters {

    private final MetricGroup metrics;
    private final Map<String, Map<RejectReason, Counter>> counters = new HashMap<>();

    /**
     * @param expected reasons that this operator finds; their series are there from the start
     */
    DeadLetters(List<String> topics, Set<RejectReason> expected, MetricGroup metrics) {
        this.metrics = metrics;
        counters.put(MetricLabel.OTHER, new EnumMap<>(RejectReason.class));
        topics.forEach(topic -> counters.put(topic, new EnumMap<>(RejectReason.class)));
        for (String topic : counters.keySet()) {
            expected.forEach(reason -> counter(topic, reason));
        }
    }

    EncodedRecord of(Origin origin, RejectReason reason, String detail, byte[] value) {
        counter(origin.topic(), reason).inc();
        return EncodedRecord.deadLetter(new EncodedRecord.Refused(origin, reason, detail), value);
    }

    private Counter counter(String topic, RejectReason reason) {
        String known = counters.containsKey(topic) ? topic : MetricLabel.OTHER;
        return counters.computeIfAbsent(known, first -> new EnumMap<>(RejectReason.class))
                .computeIfAbsent(reason, first -> register(known, reason));
    }

    private Counter register(String topic, RejectReason reason) {
        return metrics.addGroup(MetricLabel.TOPIC.key(), topic)
                .addGroup(MetricLabel.REJECT_REASON.key(), reason.label())
                .counter(ChurnMetric.DEAD_LETTERS.metricName());
    }
}
