package holdfast.flink.wire;

import holdfast.core.features.FeatureCatalogue;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import holdfast.schemas.v1.TrainingKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Writes training records through the generated class, as Avro itself does. */
final class NaiveTrainingWriter {

    byte[] bytes(TrainingRecord record) throws IOException {
        holdfast.schemas.v1.TrainingRecord message = new holdfast.schemas.v1.TrainingRecord();
        message.setKind(TrainingKind.valueOf(record.kind().name()));
        message.setCustomerKey(record.customerKey());
        message.setOutcomeId(record.outcomeId());
        message.setOccurredAt(Instant.ofEpochMilli(record.atMillis()));
        message.setCatalogue("");
        message.setCategoryIds(List.of());
        message.setFeatures(List.of());
        if (record.kind() == TrainingRecord.Kind.SNAPSHOT) {
            set(message, record.snapshot());
        }
        ByteBuffer encoded = holdfast.schemas.v1.TrainingRecord.getEncoder().encode(message);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static void set(holdfast.schemas.v1.TrainingRecord message, Snapshot snapshot) {
        message.setFirstActiveAt(Instant.ofEpochMilli(snapshot.span().firstMillis()));
        message.setLastActiveAt(Instant.ofEpochMilli(snapshot.span().lastMillis()));
        message.setActiveDays(snapshot.span().activeDays());
        message.setValueMinor(snapshot.valueMinor());
        message.setCatalogue(FeatureCatalogue.fingerprint());
        message.setCategoryIds(Arrays.stream(snapshot.categoryIds()).boxed().toList());
        message.setFeatures(Arrays.stream(snapshot.features()).boxed().toList());
    }
}
