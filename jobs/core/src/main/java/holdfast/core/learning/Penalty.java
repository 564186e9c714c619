package holdfast.core.learning;

import java.util.Arrays;

/**
 * What coefficients cost: the square of each with a weight, and of one weighted sum of them.
 *
 * <p>Complete before it is used, but for the strength that some of them share.
 */
final class Penalty {

    private final double[] weights;
    private final boolean[] shared;
    private final double[] direction;
    private double directionWeight;

    /** Costs nothing yet. */
    Penalty(int columns) {
        this.weights = new double[columns];
        this.shared = new boolean[columns];
        this.direction = new double[columns];
    }

    /** Columns from one up to before another cost this much. */
    Penalty on(int from, int to, double weight) {
        Arrays.fill(weights, from, to, weight);
        return this;
    }

    /** Columns from one up to before another cost what {@link #strength} says. */
    Penalty shared(int from, int to) {
        Arrays.fill(shared, from, to, true);
        return this;
    }

    boolean isShared(int column) {
        return shared[column];
    }

    /** From now on the columns that share their weight cost this much. */
    void strength(double weight) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = shared[i] ? weight : weights[i];
        }
    }

    /** The coefficients' sum along a direction costs this much. */
    Penalty along(double[] sum, double weight) {
        System.arraycopy(sum, 0, direction, 0, sum.length);
        directionWeight = weight;
        return this;
    }

    int columns() {
        return weights.length;
    }

    /** Half the penalty; its slope is added. */
    double addTo(double[] slope, double[] coefficients) {
        double along = 0;
        for (int i = 0; i < weights.length; i++) {
            along += direction[i] * coefficients[i];
        }
        double sum = directionWeight * along * along / 2;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * coefficients[i] * coefficients[i] / 2;
            slope[i] += weights[i] * coefficients[i] + directionWeight * along * direction[i];
        }
        return sum;
    }

    void addTo(double[][] curvature) {
        for (int i = 0; i < weights.length; i++) {
            curvature[i][i] += weights[i];
            for (int j = 0; j < weights.length; j++) {
                curvature[i][j] += directionWeight * direction[i] * direction[j];
            }
        }
    }
}
