package holdfast.core.learning;

import holdfast.core.bytes.Hashes;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some rows, thinned out by hash when there are too many to fit to. */
final class Sample {

    private static final int ROWS_MAX = 30_000;
    private static final int ROWS_MIN = 200;
    private static final int LABELS_MIN = 20;

    private final int[] rows;
    private final double scale;

    private Sample(int[] rows, double scale) {
        this.rows = rows;
        this.scale = scale;
    }

    /** Their numbers, not to be changed. */
    int[] rows() {
        return rows;
    }

    /** How many rows each stands for, at least 1. */
    double scale() {
        return scale;
    }

    /** Those of all rows that a condition admits, not too many. */
    static Sample of(TrainingRows all, IntPredicate admits) {
        return of(all, admits, ROWS_MAX);
    }

    /** The same, however many there are. */
    static Sample ofAll(TrainingRows all, IntPredicate admits) {
        return of(all, admits, Integer.MAX_VALUE);
    }

    /** Those of all rows that a condition admits, about so many at most. */
    static Sample of(TrainingRows all, IntPredicate admits, int rowsMax) {
        int[] admitted = new int[all.size()];
        int count = 0;
        for (int row = 0; row < all.size(); row++) {
            if (admits.test(row)) {
                admitted[count] = row;
                count++;
            }
        }
        if (count <= rowsMax) {
            return new Sample(Arrays.copyOf(admitted, count), 1);
        }
        double share = (double) rowsMax / count;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (Hashes.fraction(Hashes.mix64(all.key(admitted[i]))) < share) {
                admitted[kept] = admitted[i];
                kept++;
            }
        }
        return new Sample(Arrays.copyOf(admitted, kept), (double) count / kept);
    }

    /** Whether there are enough rows of both kinds to learn from. */
    boolean isEnough(IntPredicate isOfOneKind) {
        int ofOneKind = 0;
        for (int row : rows) {
            ofOneKind += isOfOneKind.test(row) ? 1 : 0;
        }
        return rows.length >= ROWS_MIN
                && ofOneKind >= LABELS_MIN
                && rows.length - ofOneKind >= LABELS_MIN;
    }
}
