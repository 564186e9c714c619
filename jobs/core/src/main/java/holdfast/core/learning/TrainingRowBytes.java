package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.engagement.Engagement;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.Arrays;

/**
 * The bytes of rows. First the categories that the features tell apart (varint count, varint ids),
 * then a count and the rows. Each is: time (signed varint milliseconds, after the row before),
 * customer (8 bytes), what decided (varint milliseconds after the row, 0 for never), whether
 * special days make it useless (1 byte), who reached out (as what decided), value (signed varint),
 * opinions (floats), features (doubles).
 */
final class TrainingRowBytes {

    private TrainingRowBytes() {}

    static void write(TrainingRows rows, ByteWriter out) {
        out.writeVarint(rows.layout().categories());
        for (int categoryId : rows.layout().categoryIds()) {
            out.writeVarint(categoryId);
        }
        out.writeVarint(rows.size());
        long beforeMillis = 0;
        for (int row = 0; row < rows.size(); row++) {
            out.writeSignedVarint(rows.timeMillis(row) - beforeMillis);
            beforeMillis = rows.timeMillis(row);
            out.writeLong(rows.customerKey(row));
            out.writeVarint(after(beforeMillis, rows.decidedMillis(row)));
            out.writeByte(rows.isSpecial(row) ? 1 : 0);
            out.writeVarint(after(beforeMillis, rows.treatedMillis(row)));
            out.writeSignedVarint(rows.valueMinor(row));
            for (int expert = 0; expert < Panel.OPINIONS; expert++) {
                out.writeFloat(rows.opinion(row, expert));
            }
            for (int i = 0; i < rows.width(); i++) {
                out.writeDouble(rows.feature(row, i));
            }
        }
    }

    /** Adds what {@link #write} wrote to no rows; the layout that its features had. */
    static FeatureLayout read(ByteReader in, TrainingRows rows) {
        int[] categoryIds = new int[in.readCount(Engagement.TALLIES_MAX)];
        for (int i = 0; i < categoryIds.length; i++) {
            categoryIds[i] = in.readCount(Engagement.TALLIES_MAX - 1);
        }
        int count = in.readCount(Integer.MAX_VALUE);
        long atMillis = 0;
        for (int i = 0; i < count; i++) {
            atMillis += in.readSignedVarint();
            read(in, categoryIds, atMillis, rows);
        }
        return FeatureLayout.of(Arrays.stream(categoryIds).boxed().toList());
    }

    private static void read(ByteReader in, int[] categoryIds, long atMillis, TrainingRows rows) {
        long customerKey = in.readLong();
        long decidedMillis = later(atMillis, in.readNatural());
        boolean special = in.readByte(0, 1) == 1;
        long treatedMillis = later(atMillis, in.readNatural());
        long valueMinor = in.readSignedVarint();
        float[] opinions = new float[Panel.OPINIONS];
        for (int expert = 0; expert < opinions.length; expert++) {
            opinions[expert] = in.readFloat();
        }
        int width = FeatureCatalogue.size() + categoryIds.length * CategoryFeature.all().size();
        double[] features = new double[width];
        for (int i = 0; i < width; i++) {
            features[i] = in.readDouble();
        }
        Snapshot.Span unknown = new Snapshot.Span(atMillis, atMillis, 1);
        int row =
                rows.add(
                        TrainingRecord.snapshot(
                                customerKey,
                                TrainingRecord.ALL_OUTCOMES,
                                atMillis,
                                new Snapshot(unknown, valueMinor, categoryIds, features)));
        rows.decide(row, decidedMillis);
        rows.treat(row, treatedMillis);
        if (special) {
            rows.leaveOut(row);
        }
        for (int expert = 0; expert < opinions.length; expert++) {
            rows.setOpinion(row, expert, opinions[expert]);
        }
    }

    private static long after(long atMillis, long millis) {
        return millis == TrainingRows.NEVER ? 0 : millis - atMillis;
    }

    private static long later(long atMillis, long afterMillis) {
        return afterMillis == 0 ? TrainingRows.NEVER : atMillis + afterMillis;
    }
}
