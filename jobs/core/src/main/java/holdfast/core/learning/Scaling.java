package holdfast.core.learning;

/**
 * The mean and spread of each feature over some rows, and the range it was seen in.
 *
 * <p>A scaled feature lies near 0 and counts in its own spreads, so that one penalty suits all. A
 * feature that never varied is always 0.
 */
final class Scaling {

    private static final double SPREAD_MIN = 1e-9;

    private final double[] means;
    private final double[] spreads;
    private final double[] mins;
    private final double[] maxs;

    private Scaling(int width) {
        means = new double[width];
        spreads = new double[width];
        mins = new double[width];
        maxs = new double[width];
    }

    /** The scaling of the rows chosen; at least one. */
    static Scaling of(TrainingRows rows, int[] chosen) {
        Scaling scaling = new Scaling(rows.width());
        for (int i = 0; i < rows.width(); i++) {
            scaling.measure(rows, chosen, i);
        }
        return scaling;
    }

    private void measure(TrainingRows rows, int[] chosen, int i) {
        double sum = 0;
        mins[i] = Double.POSITIVE_INFINITY;
        maxs[i] = Double.NEGATIVE_INFINITY;
        for (int row : chosen) {
            double value = rows.feature(row, i);
            sum += value;
            mins[i] = Math.min(mins[i], value);
            maxs[i] = Math.max(maxs[i], value);
        }
        means[i] = sum / chosen.length;
        double squares = 0;
        for (int row : chosen) {
            double off = rows.feature(row, i) - means[i];
            squares += off * off;
        }
        double spread = Math.sqrt(squares / chosen.length);
        spreads[i] = spread < SPREAD_MIN ? Double.POSITIVE_INFINITY : spread;
    }

    int width() {
        return means.length;
    }

    double min(int i) {
        return mins[i];
    }

    double max(int i) {
        return maxs[i];
    }

    /** The scaled value, clipped to the range. */
    double scaled(int i, double value) {
        return (Math.max(mins[i], Math.min(maxs[i], value)) - means[i]) / spreads[i];
    }

    /** A coefficient of the scaled feature as one of the feature itself. */
    double perUnit(int i, double coefficient) {
        return coefficient / spreads[i];
    }

    /** What the feature adds to the logit where it is 0, apart from clipping. */
    double atZero(int i, double coefficient) {
        return -coefficient * means[i] / spreads[i];
    }
}
