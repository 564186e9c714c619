package holdfast.core.learning;

import holdfast.core.learning.PenalisedLoss.Place;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression with a quadratic penalty, for weighted rows and labels from 0 to 1.
 *
 * <p>Deterministic for the same rows in the same order. The first column is the intercept. Holds
 * the scratch memory of one fit.
 */
final class RidgeLogit {

    /*
     * Newton's method, projected where a coefficient must not be negative (Bertsekas 1982, SIAM J.
     * Control Optim. 20, 221). The penalised loss is convex and every step lowers it, halved as
     * often as that needs: so data that a plane separates do no harm, and where it stops is the
     * optimum up to a part in 1e9 of the loss.
     *
     * The curvature costs as much as all the rest of a fit. So the way to the optimum's
     * neighbourhood goes by every seventh row, and there one curvature serves for as long as each
     * step still gains far less than the one before. Not every eighth: rows may come in eights.
     */
    private static final int STEPS_MAX = 60;
    private static final int HALVINGS_MAX = 20;
    private static final int STRIDE = 7;
    private static final int STRIDE_ROWS_MIN = 1000;
    private static final double GAIN_MIN = 1e-9;
    private static final double STRIDE_GAIN_MIN = 1e-5;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double GAINS_FALL = 0.5;

    private final Design design;
    private final Penalty penalty;
    private final PenalisedLoss loss;
    private final boolean[] notNegative;
    private final boolean[] held;
    private double[][] curvature;
    private DecompositionSolver solver;

    /** A fit whose coefficients have no bounds. */
    RidgeLogit(Design design, Penalty penalty) {
        this(design, penalty, new boolean[penalty.columns()]);
    }

    private RidgeLogit(Design design, Penalty penalty, boolean[] notNegative) {
        this.design = design;
        this.penalty = penalty;
        this.loss = new PenalisedLoss(design, penalty);
        this.notNegative = notNegative;
        this.held = new boolean[notNegative.length];
        this.curvature = new double[held.length][held.length];
        this.solver = solver(curvature);
    }

    /** The coefficients that minimise the weighted log-loss plus half the penalty. */
    static double[] fit(Design design, Penalty penalty) {
        return fit(design, penalty, new boolean[penalty.columns()]);
    }

    /**
     * The same, with bounds.
     *
     * @param notNegative columns whose coefficient must not be negative
     */
    static double[] fit(Design design, Penalty penalty, boolean[] notNegative) {
        RidgeLogit fit = new RidgeLogit(design, penalty, notNegative);
        return fit.exactly(fit.roughly(fit.start()));
    }

    /** Where nothing is known but how many labels there are of each kind. */
    double[] start() {
        double[] start = new double[penalty.columns()];
        start[0] = Logit.of(design.meanLabel());
        return start;
    }

    /** Where a part of the rows leads to from a point; where all do, if that is no better. */
    double[] roughly(double[] from) {
        takeAPart();
        double[] found = descend(from, STRIDE_GAIN_MIN);
        loss.stride(1);
        boolean leads = loss.at(found).loss() < loss.at(from).loss();
        return leads ? found : descend(from, STRIDE_GAIN_MIN);
    }

    /** The optimum, from a point. */
    double[] exactly(double[] from) {
        return descend(from, GAIN_MIN);
    }

    /**
     * How uncertain each coefficient is at a point, as a variance, by a part of the rows for all.
     */
    double[] variances(double[] at) {
        takeAPart();
        bend(loss.at(at));
        loss.stride(1);
        RealMatrix inverse = solver.getInverse();
        return IntStream.range(0, at.length).mapToDouble(i -> inverse.getEntry(i, i)).toArray();
    }

    private void takeAPart() {
        loss.stride(design.rows() >= STRIDE * STRIDE_ROWS_MIN ? STRIDE : 1);
    }

    private double[] descend(double[] start, double gainMin) {
        Place now = loss.at(start);
        bend(now);
        double gainBefore = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS_MAX; step++) {
            Place next = step(now);
            double gain = now.loss() - next.loss();
            if (gain > 0) {
                now = next;
            }
            if (!(gain > gainMin * Math.abs(now.loss()))) {
                return now.at();
            }
            if (gain > GAINS_FALL * gainBefore) {
                bend(now);
            }
            gainBefore = gain;
        }
        return now.at();
    }

    /** A point further down; one that is no lower if there is none. */
    private Place step(Place from) {
        hold(from);
        double[] slope = from.slope().clone();
        for (int i = 0; i < slope.length; i++) {
            slope[i] = held[i] ? 0 : slope[i];
        }
        double[] direction = solver.solve(MatrixUtils.createRealVector(slope)).toArray();
        double length = 1;
        Place next = loss.at(moved(from.at(), direction, length));
        for (int i = 0; i < HALVINGS_MAX; i++) {
            double due = SUFFICIENT_DECREASE * fall(from, next.at());
            if (next.loss() <= from.loss() - due) {
                return next;
            }
            length /= 2;
            next = loss.at(moved(from.at(), direction, length));
        }
        return next;
    }

    /** Holds the coefficients that lie at their bound and would cross it. */
    private void hold(Place place) {
        boolean changed = false;
        for (int i = 0; i < held.length; i++) {
            boolean holds = notNegative[i] && place.at()[i] <= 0 && place.slope()[i] > 0;
            changed |= holds != held[i];
            held[i] = holds;
        }
        if (changed) {
            solver = solver(curvature);
        }
    }

    private double[] moved(double[] from, double[] direction, double length) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            double moved = from[i] - length * direction[i];
            to[i] = notNegative[i] ? Math.max(0, moved) : moved;
        }
        return to;
    }

    /** How far the loss would fall on the way if it were a plane. */
    private static double fall(Place from, double[] to) {
        double fall = 0;
        for (int i = 0; i < to.length; i++) {
            fall += from.slope()[i] * (from.at()[i] - to[i]);
        }
        return fall;
    }

    /** Measures the curvature anew. */
    private void bend(Place place) {
        curvature = loss.curvature(place);
        solver = solver(curvature);
    }

    /** Solves for a step that leaves those held where they are. */
    private DecompositionSolver solver(double[][] full) {
        double largest = 0;
        for (int i = 0; i < full.length; i++) {
            largest = Math.max(largest, full[i][i]);
        }
        double[][] free = new double[full.length][];
        for (int i = 0; i < full.length; i++) {
            free[i] = held[i] ? new double[full.length] : full[i].clone();
        }
        for (int i = 0; i < full.length; i++) {
            for (int j = 0; j < full.length; j++) {
                free[i][j] = held[j] ? 0 : free[i][j];
            }
            // a column of nothing but zeros would otherwise have no curvature at all
            free[i][i] += held[i] ? 1 : 1e-12 * largest + Double.MIN_NORMAL;
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(free), 1e-9, 0).getSolver();
    }
}
