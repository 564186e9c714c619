package holdfast.core.evaluation;

import java.util.Arrays;

/**
 * How much of a weight, such as the money about to be lost, is caught by working down a ranking.
 *
 * <p>Equal scores share their weight evenly, so the curve does not depend on the order of rows.
 * Immutable, safe to share between threads.
 */
public final class CaughtCurve {
    private final double[] reached;
    private final double[] caught;

    private CaughtCurve(double[] reached, double[] caught) {
        this.reached = reached;
        this.caught = caught;
    }

    /**
     * The curve of a ranking, highest score first.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static CaughtCurve of(double[] scores, double[] weights) {
        if (scores.length != weights.length) {
            throw new IllegalArgumentException(
                    "lengths differ: %d scores, %d weights"
                            .formatted(scores.length, weights.length));
        }
        RankOrder order = new RankOrder(scores);
        double[] reached = new double[scores.length + 1];
        double[] caught = new double[scores.length + 1];
        int points = 1;
        for (int start = 0; start < order.size(); start = order.groupEnd(start)) {
            int end = order.groupEnd(start);
            double weight = 0;
            for (int place = start; place < end; place++) {
                weight += weights[order.row(place)];
            }
            reached[points] = end;
            caught[points] = caught[points - 1] + weight;
            points++;
        }
        return new CaughtCurve(Arrays.copyOf(reached, points), Arrays.copyOf(caught, points));
    }

    /** How many customers are ranked. */
    public int customers() {
        return (int) reached[reached.length - 1];
    }

    /** The weight of everyone. */
    public double total() {
        return caught[caught.length - 1];
    }

    /** The weight among the first so many customers; a capacity need not be whole. */
    public double caught(double capacity) {
        if (capacity <= 0) {
            return 0;
        }
        if (capacity >= customers()) {
            return total();
        }
        int found = Arrays.binarySearch(reached, capacity);
        if (found >= 0) {
            return caught[found];
        }
        int above = -found - 1;
        double share = (capacity - reached[above - 1]) / (reached[above] - reached[above - 1]);
        return caught[above - 1] + share * (caught[above] - caught[above - 1]);
    }

    /**
     * The share of all weight within the top fraction, 0 to 1, of customers; NaN without weight.
     */
    public double share(double fraction) {
        return total() > 0 ? caught(fraction * customers()) / total() : Double.NaN;
    }
}
