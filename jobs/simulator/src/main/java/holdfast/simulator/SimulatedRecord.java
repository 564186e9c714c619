package holdfast.simulator;

import holdfast.core.activity.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One record as it would arrive in Kafka, with the truth about it.
 *
 * <p>The bytes belong to the simulation and are never changed by it; do not change them either.
 *
 * @param source whose topic it goes to
 * @param key the customer id, or null for an anonymous record
 * @param value JSON, or whatever a fault has made of it
 * @param kafkaTimestampMillis simulated instant of arrival
 * @param eventTimeMillis the time the event states, or that of the good event beside it
 * @param expected what it is
 */
@SuppressWarnings("ArrayRecordComponent") // records are not compared; a copy of each would cost
public record SimulatedRecord(
        SourceKind source,
        @Nullable String key,
        byte[] value,
        long kafkaTimestampMillis,
        long eventTimeMillis,
        Expected expected) {
    SimulatedRecord with(Expected kind, byte[] otherValue) {
        return new SimulatedRecord(
                source, key, otherValue, kafkaTimestampMillis, eventTimeMillis, kind);
    }

    SimulatedRecord delayed(long delayMillis) {
        return delayed(delayMillis, expected);
    }

    SimulatedRecord delayed(long delayMillis, Expected kind) {
        return new SimulatedRecord(
                source, key, value, kafkaTimestampMillis + delayMillis, eventTimeMillis, kind);
    }
}
