package holdfast.core.prior;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Histories with ages in whole days, equal ones counted once with their weight, in a fixed order.
 *
 * <p>The same customers in any order give the same rows. At most {@link #ROWS_MAX} rows are kept.
 */
final class DistinctHistories {
    /*
     * Above the bound, rows are drawn systematically in proportion to their weight: of the customers
     * in sorted order, every k-th stands for k. Common histories so keep their share almost exactly,
     * and no randomness is needed.
     */

    static final int ROWS_MAX = 20_000;
    static final double DAYS_A_WEEK = 7;

    private static final Comparator<RepeatHistory> ORDER =
            Comparator.comparingLong(RepeatHistory::repeats)
                    .thenComparingDouble(RepeatHistory::lastWeeks)
                    .thenComparingDouble(RepeatHistory::ageWeeks);

    private final RepeatHistory[] rows;
    private final long[] weights;

    private DistinctHistories(RepeatHistory[] rows, long[] weights) {
        this.rows = rows;
        this.weights = weights;
    }

    static DistinctHistories of(Collection<RepeatHistory> histories) {
        RepeatHistory[] sorted = new RepeatHistory[histories.size()];
        int size = 0;
        for (RepeatHistory history : histories) {
            sorted[size++] = inWholeDays(history);
        }
        Arrays.sort(sorted, ORDER);
        DistinctHistories all = grouped(sorted);
        return all.size() <= ROWS_MAX ? all : all.sampled(ROWS_MAX);
    }

    private static RepeatHistory inWholeDays(RepeatHistory history) {
        // The last visit says nothing about one who never came back: it must not split rows.
        double last = history.repeats() == 0 ? 0 : history.lastWeeks();
        return new RepeatHistory(history.repeats(), wholeDays(last), wholeDays(history.ageWeeks()));
    }

    private static double wholeDays(double weeks) {
        return Math.rint(weeks * DAYS_A_WEEK) / DAYS_A_WEEK;
    }

    private static DistinctHistories grouped(RepeatHistory[] sorted) {
        long[] weights = new long[sorted.length];
        int size = 0;
        for (RepeatHistory history : sorted) {
            if (size == 0 || !sorted[size - 1].equals(history)) {
                sorted[size++] = history;
            }
            weights[size - 1]++;
        }
        return new DistinctHistories(Arrays.copyOf(sorted, size), Arrays.copyOf(weights, size));
    }

    private DistinctHistories sampled(int draws) {
        RepeatHistory[] kept = new RepeatHistory[draws];
        long[] keptWeights = new long[draws];
        double stride = (double) customers() / draws;
        int size = 0;
        long drawn = 0;
        long seen = 0;
        for (int row = 0; row < rows.length; row++) {
            seen += weights[row];
            long due = Math.min(draws, Math.round(seen / stride));
            if (due > drawn) {
                kept[size] = rows[row];
                keptWeights[size++] = due - drawn;
                drawn = due;
            }
        }
        return new DistinctHistories(Arrays.copyOf(kept, size), Arrays.copyOf(keptWeights, size));
    }

    int size() {
        return rows.length;
    }

    RepeatHistory row(int index) {
        return rows[index];
    }

    long weight(int index) {
        return weights[index];
    }

    /** The sum of the weights: of all customers, or of the draws where rows were sampled. */
    long customers() {
        return Arrays.stream(weights).sum();
    }

    boolean anyoneRepeats() {
        return rows.length > 0 && rows[rows.length - 1].repeats() > 0;
    }
}
