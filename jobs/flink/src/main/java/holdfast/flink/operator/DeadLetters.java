package holdfast.flink.operator;

import holdfast.core.activity.RejectReason;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import org.apache.flink.metrics.MetricGroup;

/** Makes dead letters and counts them by reason. Not thread-safe. */
final class DeadLetters {

    private final CountersBy<RejectReason> byReason;

    DeadLetters(MetricGroup metrics) {
        byReason =
                new CountersBy<>(RejectReason.class, "reason", "churn_dead_letters_total", metrics);
    }

    EncodedRecord of(Origin origin, RejectReason reason, String detail, byte[] value) {
        byReason.count(reason);
        return EncodedRecord.deadLetter(new EncodedRecord.Refused(origin, reason, detail), value);
    }
}
