package holdfast.core.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows from the highest score to the lowest, in groups of equal scores. */
final class RankOrder {
    private final double[] scores;
    private final int[] rows;

    RankOrder(double[] scores) {
        this.scores = scores;
        this.rows =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -scores[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    int size() {
        return rows.length;
    }

    /** The row at a place, the highest score first. */
    int row(int place) {
        return rows[place];
    }

    /** The place after the last of the group of equal scores that begins at a place. */
    int groupEnd(int place) {
        int end = place + 1;
        while (end < rows.length && scores[rows[end]] == scores[rows[place]]) {
            end++;
        }
        return end;
    }

    /** For each row its rank from below, equal scores sharing the mean, as a share of all rows. */
    double[] shares() {
        double[] shares = new double[rows.length];
        for (int start = 0; start < rows.length; start = groupEnd(start)) {
            int end = groupEnd(start);
            double meanRank = rows.length - (start + end - 1) / 2.0;
            for (int place = start; place < end; place++) {
                shares[rows[place]] = meanRank / rows.length;
            }
        }
        return shares;
    }
}
