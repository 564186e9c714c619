package holdfast.flink.wire;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Training records as they travel from the scoring job to the learning job: always Avro
 * single-object. Not thread-safe.
 */
public final class TrainingMessages {

    private static final int HEADER_BYTES = 10;

    /** How a message in Avro single-object begins. */
    static final short SINGLE_OBJECT = (short) 0xC301;

    private static final Schema CURRENT = holdfast.schemas.v1.TrainingRecord.getClassSchema();

    private final TrainingWriter writer = new TrainingWriter();
    private final String catalogue = FeatureCatalogue.fingerprint();
    private final Map<Long, SpecificDatumReader<holdfast.schemas.v1.TrainingRecord>> readers =
            new HashMap<>();
    private final BoundedDecoder decoder = new BoundedDecoder();

    /** Knows what this release and those before it write. */
    public TrainingMessages() {
        for (Schema known : KnownSchemas.of(CURRENT)) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(known),
                    new SpecificDatumReader<>(known, CURRENT));
        }
    }

    /** The record as it is sent. */
    public EncodedRecord encoded(TrainingRecord record) {
        return EncodedRecord.training(record.atMillis(), writer.bytes(record));
    }

    /**
     * What a record says; empty when its bytes cannot be read, or when its features are of a
     * catalogue that this build does not have.
     */
    public Optional<TrainingRecord> read(byte[] value) {
        if (value.length < HEADER_BYTES || ByteBuffer.wrap(value).getShort() != SINGLE_OBJECT) {
            return Optional.empty();
        }
        long fingerprint = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        SpecificDatumReader<holdfast.schemas.v1.TrainingRecord> reader = readers.get(fingerprint);
        if (reader == null) {
            return Optional.empty();
        }
        decoder.reset(value, HEADER_BYTES);
        try {
            holdfast.schemas.v1.TrainingRecord message = reader.read(null, decoder);
            return decoder.remaining() > 0 ? Optional.empty() : record(message);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<TrainingRecord> record(holdfast.schemas.v1.TrainingRecord message) {
        long customerKey = message.getCustomerKey();
        int outcomeId = message.getOutcomeId();
        long atMillis = message.getOccurredAt().toEpochMilli();
        return switch (message.getKind()) {
            case SNAPSHOT ->
                    snapshot(message)
                            .map(
                                    snapshot ->
                                            TrainingRecord.snapshot(
                                                    customerKey, outcomeId, atMillis, snapshot));
            case DECIDED -> Optional.of(TrainingRecord.decided(customerKey, outcomeId, atMillis));
            case TREATED -> Optional.of(TrainingRecord.treated(customerKey, atMillis));
            case ERASED -> Optional.of(TrainingRecord.erased(customerKey, atMillis));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Snapshot> snapshot(holdfast.schemas.v1.TrainingRecord message) {
        int[] categoryIds = message.getCategoryIds().stream().mapToInt(Integer::intValue).toArray();
        double[] features =
                message.getFeatures().stream().mapToDouble(Double::doubleValue).toArray();
        int width = FeatureCatalogue.size() + categoryIds.length * CategoryFeature.all().size();
        boolean fits =
                catalogue.equals(message.getCatalogue())
                        && features.length == width
                        && Arrays.stream(features).allMatch(Double::isFinite);
        return fits
                ? Optional.of(
                        new Snapshot(
                                new Snapshot.Span(
                                        millis(message.getFirstActiveAt()),
                                        millis(message.getLastActiveAt()),
                                        Objects.requireNonNull(message.getActiveDays())),
                                Objects.requireNonNull(message.getValueMinor()),
                                categoryIds,
                                features))
                : Optional.empty();
    }

    private static long millis(Instant instant) {
        return Objects.requireNonNull(instant, "a snapshot without its instants").toEpochMilli();
    }
}
