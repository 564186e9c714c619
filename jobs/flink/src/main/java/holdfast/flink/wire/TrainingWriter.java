package holdfast.flink.wire;

import holdfast.core.features.FeatureCatalogue;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import holdfast.schemas.v1.TrainingKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Writes training records in Avro single-object, field by field in the order of the schema.
 *
 * <p>They come in bulk and are mostly numbers: through the generated class each feature would be an
 * object of its own. Holds scratch memory as large as the largest record; allocates nothing but the
 * result. Not thread-safe.
 */
final class TrainingWriter {

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;
    private static final Utf8 NO_CATALOGUE = new Utf8("");

    private final byte[] header;
    private final Map<TrainingRecord.Kind, Integer> symbols =
            new EnumMap<>(TrainingRecord.Kind.class);
    private final Utf8 catalogue = new Utf8(FeatureCatalogue.fingerprint());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);

    /** Writes by the schema that this build was made with. */
    TrainingWriter() {
        Schema schema = holdfast.schemas.v1.TrainingRecord.getClassSchema();
        header =
                ByteBuffer.allocate(Short.BYTES + Long.BYTES)
                        .putShort(TrainingMessages.SINGLE_OBJECT)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(SchemaNormalization.parsingFingerprint64(schema))
                        .array();
        for (TrainingRecord.Kind kind : TrainingRecord.Kind.values()) {
            symbols.put(kind, TrainingKind.getClassSchema().getEnumOrdinal(kind.name()));
        }
    }

    byte[] bytes(TrainingRecord record) {
        out.reset();
        try {
            encoder.writeFixed(header);
            write(record);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an array took no more bytes", e);
        }
        return out.toByteArray();
    }

    private void write(TrainingRecord record) throws IOException {
        encoder.writeEnum(Objects.requireNonNull(symbols.get(record.kind())));
        encoder.writeLong(record.customerKey());
        encoder.writeInt(record.outcomeId());
        encoder.writeLong(record.atMillis());
        if (record.kind() == TrainingRecord.Kind.SNAPSHOT) {
            write(record.snapshot());
        } else {
            writeNoSnapshot();
        }
    }

    private void write(Snapshot snapshot) throws IOException {
        encoder.writeIndex(PRESENT);
        encoder.writeLong(snapshot.span().firstMillis());
        encoder.writeIndex(PRESENT);
        encoder.writeLong(snapshot.span().lastMillis());
        encoder.writeIndex(PRESENT);
        encoder.writeInt(snapshot.span().activeDays());
        encoder.writeIndex(PRESENT);
        encoder.writeLong(snapshot.valueMinor());
        encoder.writeString(catalogue);
        writeCategories(snapshot.categoryIds());
        writeFeatures(snapshot.features());
    }

    private void writeNoSnapshot() throws IOException {
        encoder.writeIndex(ABSENT); // first activity
        encoder.writeIndex(ABSENT); // last activity
        encoder.writeIndex(ABSENT); // active days
        encoder.writeIndex(ABSENT); // value
        encoder.writeString(NO_CATALOGUE);
        startArray(0);
        encoder.writeArrayEnd();
        startArray(0);
        encoder.writeArrayEnd();
    }

    private void writeCategories(int[] categoryIds) throws IOException {
        startArray(categoryIds.length);
        for (int categoryId : categoryIds) {
            encoder.startItem();
            encoder.writeInt(categoryId);
        }
        encoder.writeArrayEnd();
    }

    private void writeFeatures(double[] features) throws IOException {
        startArray(features.length);
        for (double feature : features) {
            encoder.startItem();
            encoder.writeDouble(feature);
        }
        encoder.writeArrayEnd();
    }

    private void startArray(int items) throws IOException {
        encoder.writeArrayStart();
        encoder.setItemCount(items);
    }
}
