package holdfast.core.learning;

import holdfast.core.bytes.Hashes;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Snapshots of customers for one outcome with what became of them, in columns.
 *
 * <p>What became of a customer is the instant of the outcome's deciding event. It is told when it
 * happens, so nothing here ever lies in the future. Not thread-safe.
 */
final class TrainingRows {

    /** The deciding event has not come, or nobody reached out. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int ROWS_FIRST = 1024;

    private final FeatureLayout layout;
    private final int width;
    private double[] features;
    private float[] opinions;
    private long[] timeMillis = new long[ROWS_FIRST];
    private long[] decidedMillis = new long[ROWS_FIRST];
    private long[] treatedMillis = new long[ROWS_FIRST];
    private long[] customers = new long[ROWS_FIRST];
    private long[] valuesMinor = new long[ROWS_FIRST];
    private double[] weights = new double[ROWS_FIRST];
    private long[] special = new long[ROWS_FIRST]; // 1 or 0
    private int size;

    /** How many rows there were when a customer was erased: those and no later ones are to go. */
    private final Map<Long, Integer> erased = new HashMap<>();

    /** No rows, whose features will have this layout. */
    TrainingRows(FeatureLayout layout) {
        this.layout = layout;
        this.width = layout.width();
        this.features = new double[ROWS_FIRST * width];
        this.opinions = new float[ROWS_FIRST * Panel.OPINIONS];
    }

    /** How many features a row has. */
    int width() {
        return width;
    }

    FeatureLayout layout() {
        return layout;
    }

    int size() {
        return size;
    }

    /** When the snapshot was taken. */
    long timeMillis(int row) {
        return timeMillis[row];
    }

    /** When the deciding event came, or {@link #NEVER}. */
    long decidedMillis(int row) {
        return decidedMillis[row];
    }

    /** When somebody reached out after the snapshot, or {@link #NEVER}. */
    long treatedMillis(int row) {
        return treatedMillis[row];
    }

    /** Whether special days make it useless to learn from. */
    boolean isSpecial(int row) {
        return special[row] == 1;
    }

    /**
     * Whether the row tells nothing of the course of nature: somebody reached out before the
     * outcome was decided by itself, or there were special days.
     */
    boolean isTreated(int row) {
        return isSpecial(row) || isReached(row);
    }

    /** Whether somebody reached out after the snapshot, before the outcome was decided. */
    boolean isReached(int row) {
        return treatedMillis[row] < decidedMillis[row];
    }

    /** How many rows it stands for once its outcome is known, see {@link Outreach}; 0 for none. */
    double weight(int row) {
        return isTreated(row) ? 0 : weights[row];
    }

    /**
     * Sets how many rows it stands for, until the rows are arranged; 0 if it was reached before.
     */
    void setWeight(int row, double weight) {
        weights[row] = weight;
    }

    /** Whether somebody had reached out already when the snapshot was taken. */
    boolean isReachedBefore(int row) {
        return weights[row] == 0;
    }

    /** Whose snapshot it is. */
    long customerKey(int row) {
        return customers[row];
    }

    /** What was expected of the customer within a horizon. */
    long valueMinor(int row) {
        return valuesMinor[row];
    }

    /** A hash by which rows are sampled. */
    long key(int row) {
        return Hashes.join(customers[row], timeMillis[row]);
    }

    double feature(int row, int position) {
        return features[row * width + position];
    }

    /** Copies the features of a row. */
    void read(int row, double[] into) {
        System.arraycopy(features, row * width, into, 0, width);
    }

    /** What was thought of a row before its outcome was known; NaN for nothing. */
    float opinion(int row, int expert) {
        return opinions[row * Panel.OPINIONS + expert];
    }

    void setOpinion(int row, int expert, float logit) {
        opinions[row * Panel.OPINIONS + expert] = logit;
    }

    /** Adds a snapshot whose outcome is open, and of which nobody has said anything. */
    int add(TrainingRecord record) {
        if (size == timeMillis.length) {
            grow();
        }
        timeMillis[size] = record.atMillis();
        decidedMillis[size] = NEVER;
        treatedMillis[size] = NEVER;
        customers[size] = record.customerKey();
        valuesMinor[size] = record.snapshot().valueMinor();
        weights[size] = 1;
        special[size] = 0;
        copy(record.snapshot());
        Arrays.fill(opinions, size * Panel.OPINIONS, (size + 1) * Panel.OPINIONS, Float.NaN);
        return size++;
    }

    /** Tells that the deciding event of a row came; an earlier one stays. */
    void decide(int row, long atMillis) {
        decidedMillis[row] = Math.min(decidedMillis[row], atMillis);
    }

    /** Leaves a row out for its special days. */
    void leaveOut(int row) {
        special[row] = 1;
    }

    /** Tells that somebody reached out. */
    void treat(int row, long atMillis) {
        treatedMillis[row] = Math.min(treatedMillis[row], atMillis);
    }

    /** Forgets the rows so far of a customer; they are gone once the rows are arranged. */
    void erase(long customerKey) {
        erased.put(customerKey, size);
    }

    /** Whether there are rows that must not be seen until they are arranged. */
    boolean hasErased() {
        return !erased.isEmpty();
    }

    private boolean isErased(int row) {
        return !erased.isEmpty() && row < erased.getOrDefault(customers[row], 0);
    }

    /**
     * Keeps some rows, and orders them by time and customer: any order of adding gives one order.
     * Of a row that was added again the first stays: it is told all that the others are told, and
     * what decided it stands.
     */
    void arrange(IntPredicate keeps) {
        int[] kept = once(inOrder(keeps));
        int room = Math.max(ROWS_FIRST, kept.length);
        double[] newFeatures = new double[room * width];
        float[] newOpinions = new float[room * Panel.OPINIONS];
        for (int to = 0; to < kept.length; to++) {
            System.arraycopy(features, kept[to] * width, newFeatures, to * width, width);
            System.arraycopy(
                    opinions,
                    kept[to] * Panel.OPINIONS,
                    newOpinions,
                    to * Panel.OPINIONS,
                    Panel.OPINIONS);
        }
        features = newFeatures;
        opinions = newOpinions;
        timeMillis = arranged(timeMillis, kept, room);
        decidedMillis = arranged(decidedMillis, kept, room);
        treatedMillis = arranged(treatedMillis, kept, room);
        customers = arranged(customers, kept, room);
        valuesMinor = arranged(valuesMinor, kept, room);
        special = arranged(special, kept, room);
        weights = new double[room];
        Arrays.fill(weights, 1);
        size = kept.length;
        erased.clear();
    }

    private int[] inOrder(IntPredicate keeps) {
        return IntStream.range(0, size)
                .filter(row -> !isErased(row) && keeps.test(row))
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingLong(row -> timeMillis[row])
                                .thenComparingLong(row -> customers[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The first of those that are the same, which follow each other as they were added. */
    private int[] once(int[] ordered) {
        int count = 0;
        for (int row : ordered) {
            int last = count == 0 ? row : ordered[count - 1];
            if (count == 0
                    || timeMillis[last] != timeMillis[row]
                    || customers[last] != customers[row]) {
                ordered[count] = row;
                count++;
            }
        }
        return Arrays.copyOf(ordered, count);
    }

    private static long[] arranged(long[] column, int[] kept, int room) {
        long[] arranged = new long[room];
        for (int to = 0; to < kept.length; to++) {
            arranged[to] = column[kept[to]];
        }
        return arranged;
    }

    /** Copies features, each to its place: they may be of another playbook's categories. */
    private void copy(Snapshot snapshot) {
        int at = size * width;
        int catalogue = FeatureCatalogue.size();
        Arrays.fill(features, at, at + width, 0);
        System.arraycopy(snapshot.features(), 0, features, at, catalogue);
        int[] categoryIds = snapshot.categoryIds();
        int each = CategoryFeature.all().size();
        for (int place = 0; place < categoryIds.length; place++) {
            int to = layout.placeOf(categoryIds[place]);
            if (to >= 0) {
                System.arraycopy(
                        snapshot.features(),
                        catalogue + place * each,
                        features,
                        at + catalogue + to * each,
                        each);
            }
        }
    }

    private void grow() {
        int room = 2 * size;
        timeMillis = Arrays.copyOf(timeMillis, room);
        decidedMillis = Arrays.copyOf(decidedMillis, room);
        treatedMillis = Arrays.copyOf(treatedMillis, room);
        customers = Arrays.copyOf(customers, room);
        valuesMinor = Arrays.copyOf(valuesMinor, room);
        weights = Arrays.copyOf(weights, room);
        special = Arrays.copyOf(special, room);
        features = Arrays.copyOf(features, room * width);
        opinions = Arrays.copyOf(opinions, room * Panel.OPINIONS);
    }
}
