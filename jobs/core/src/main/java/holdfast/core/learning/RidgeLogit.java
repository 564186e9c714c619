package holdfast.core.learning;

import java.util.Arrays;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression with a quadratic penalty, for weighted rows and labels from 0 to 1.
 *
 * <p>Newton's method with step halving: each step lowers the penalised loss, so data that a plane
 * separates do no harm. Deterministic for the same rows in the same order. The first column is the
 * intercept. Stateless.
 */
final class RidgeLogit {

    private static final int STEPS_MAX = 30;
    private static final int HALVINGS_MAX = 14;
    private static final double GAIN_MIN = 1e-8;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE_MIN = 1e-6;

    private final Design design;
    private final double[] penalty;
    private final boolean[] fixed;

    private RidgeLogit(Design design, double[] penalty) {
        this.design = design;
        this.penalty = penalty;
        this.fixed = new boolean[penalty.length];
    }

    /**
     * The coefficients that minimise the weighted log-loss plus half the penalised squares.
     *
     * @param penalty one for each column; 0 leaves a column free
     * @param notNegative columns whose coefficient must not be negative
     */
    static double[] fit(Design design, double[] penalty, boolean[] notNegative) {
        RidgeLogit fit = new RidgeLogit(design, penalty);
        double[] coefficients = new double[penalty.length];
        coefficients[0] = Logit.of(design.meanLabel());
        while (true) {
            coefficients = fit.descend(coefficients);
            if (!fit.fixNegative(coefficients, notNegative)) {
                return coefficients;
            }
        }
    }

    /** Whether a coefficient had to be set to 0 for good. */
    private boolean fixNegative(double[] coefficients, boolean[] notNegative) {
        boolean any = false;
        for (int i = 0; i < coefficients.length; i++) {
            if (notNegative[i] && coefficients[i] < 0) {
                coefficients[i] = 0;
                fixed[i] = true;
                any = true;
            }
        }
        return any;
    }

    private double[] descend(double[] start) {
        double[] now = start;
        double loss = loss(now);
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] gradient = new double[now.length];
            double[] direction = direction(now, gradient);
            double slope = dot(gradient, direction);
            double length = 1;
            double[] next = moved(now, direction, length);
            double nextLoss = loss(next);
            for (int i = 0; i < HALVINGS_MAX; i++) {
                if (nextLoss <= loss - SUFFICIENT_DECREASE * length * slope) {
                    break;
                }
                length /= 2;
                next = moved(now, direction, length);
                nextLoss = loss(next);
            }
            if (!(nextLoss < loss)) {
                return now;
            }
            boolean settled = loss - nextLoss < GAIN_MIN * Math.abs(loss);
            now = next;
            loss = nextLoss;
            if (settled) {
                return now;
            }
        }
        return now;
    }

    private double loss(double[] coefficients) {
        double loss = 0;
        for (int row = 0; row < design.rows(); row++) {
            double logit = design.dot(row, coefficients);
            loss += design.weight(row) * (softPlus(logit) - design.label(row) * logit);
        }
        for (int i = 0; i < coefficients.length; i++) {
            loss += penalty[i] * coefficients[i] * coefficients[i] / 2;
        }
        return loss;
    }

    /** The step of Newton's method, downhill when subtracted; fills in the gradient. */
    private double[] direction(double[] at, double[] gradient) {
        int columns = at.length;
        double[][] curvature = new double[columns][columns];
        for (int row = 0; row < design.rows(); row++) {
            double probability = Logit.inverse(design.dot(row, at));
            double error = design.weight(row) * (probability - design.label(row));
            design.addTo(gradient, row, error);
            design.addSquareTo(
                    curvature, row, design.weight(row) * probability * (1 - probability));
        }
        for (int i = 0; i < columns; i++) {
            gradient[i] += penalty[i] * at[i];
            curvature[i][i] += penalty[i] + CURVATURE_MIN;
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
        for (int i = 0; i < columns; i++) {
            if (fixed[i]) {
                gradient[i] = 0;
                Arrays.fill(curvature[i], 0);
                for (double[] line : curvature) {
                    line[i] = 0;
                }
                curvature[i][i] = 1;
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(curvature);
        return new CholeskyDecomposition(matrix, 1e-9, 0)
                .getSolver()
                .solve(MatrixUtils.createRealVector(gradient))
                .toArray();
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - length * direction[i];
        }
        return to;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** ln(1 + e^x) without overflow. */
    private static double softPlus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
