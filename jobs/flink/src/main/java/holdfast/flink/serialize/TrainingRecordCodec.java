package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;

/**
 * The bytes of a training record. Version 1:
 *
 * <pre>
 * kind              1 byte
 * customer key      8 bytes
 * outcome           varint id
 * at                signed varint  milliseconds
 * span              signed varints first, last; varint active days   (of a snapshot alone)
 * value             signed varint  minor units                       (of a snapshot alone)
 * categories        varint count, varint ids                         (of a snapshot alone)
 * features          varint count, doubles                            (of a snapshot alone)
 * </pre>
 */
public final class TrainingRecordCodec implements Codec<TrainingRecord> {

    private static final int VERSION = 1;
    private static final int MANY = 1 << 16;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<TrainingRecord> type() {
        return TrainingRecord.class;
    }

    @Override
    public TrainingRecord any() {
        return TrainingRecord.erased(0, 0);
    }

    @Override
    public void write(TrainingRecord value, ByteWriter out) {
        out.writeByte(value.kind().code());
        out.writeLong(value.customerKey());
        out.writeVarint(value.outcomeId());
        out.writeSignedVarint(value.atMillis());
        if (value.kind() == TrainingRecord.Kind.SNAPSHOT) {
            write(value.snapshot(), out);
        }
    }

    @Override
    public TrainingRecord read(ByteReader in) {
        TrainingRecord.Kind kind = TrainingRecord.Kind.ofCode(in.readByte());
        long customerKey = in.readLong();
        int outcomeId = in.readCount(Integer.MAX_VALUE);
        long atMillis = in.readSignedVarint();
        return switch (kind) {
            case SNAPSHOT ->
                    TrainingRecord.snapshot(customerKey, outcomeId, atMillis, snapshot(in));
            case DECIDED -> TrainingRecord.decided(customerKey, outcomeId, atMillis);
            case TREATED -> TrainingRecord.treated(customerKey, atMillis);
            case ERASED -> TrainingRecord.erased(customerKey, atMillis);
        };
    }

    private static void write(Snapshot snapshot, ByteWriter out) {
        out.writeSignedVarint(snapshot.span().firstMillis());
        out.writeSignedVarint(snapshot.span().lastMillis());
        out.writeVarint(snapshot.span().activeDays());
        out.writeSignedVarint(snapshot.valueMinor());
        out.writeVarint(snapshot.categoryIds().length);
        for (int categoryId : snapshot.categoryIds()) {
            out.writeVarint(categoryId);
        }
        out.writeVarint(snapshot.features().length);
        for (double feature : snapshot.features()) {
            out.writeDouble(feature);
        }
    }

    private static Snapshot snapshot(ByteReader in) {
        Snapshot.Span span =
                new Snapshot.Span(
                        in.readSignedVarint(),
                        in.readSignedVarint(),
                        in.readCount(Integer.MAX_VALUE));
        long valueMinor = in.readSignedVarint();
        int[] categoryIds = new int[in.readCount(MANY)];
        for (int i = 0; i < categoryIds.length; i++) {
            categoryIds[i] = in.readCount(Integer.MAX_VALUE);
        }
        double[] features = new double[in.readCount(MANY)];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readDouble();
        }
        return new Snapshot(span, valueMinor, categoryIds, features);
    }
}
