package holdfast.core.prior;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * One search for the parameters that make a set of histories likeliest.
 *
 * <p>Remembers the best point seen, however the optimizers end. Not safe to share between threads.
 */
final class LikelihoodSearch {
    /*
     * The search runs over the logarithms of the parameters, within bounds, from several starts by
     * quadratic models (M. J. D. Powell, The BOBYQA algorithm for bound constrained optimization
     * without derivatives, 2009); a simplex polishes the best. A tiny ridge decides where the data
     * cannot: where hardly anyone leaves, only a / b is known.
     */

    private static final int PARAMETERS = 4;
    private static final double LOG_MIN = -8;
    private static final double LOG_MAX = 10;
    private static final double RIDGE = 1e-6;
    private static final double[][] STARTS = {{-1, 1, -0.5, 1}, {0, 0, -1, 2}, {-0.5, 3, 0.5, 1}};

    private static final int INTERPOLATION_POINTS = 2 * PARAMETERS + 1;
    private static final double RADIUS = 1;
    private static final double RADIUS_MIN = 1e-4;
    private static final int SEARCH_EVALUATIONS_MAX = 400;

    private static final double POLISH_STEP = 0.02;
    private static final double POLISH_PRECISION = 1e-12;
    private static final int POLISH_EVALUATIONS_MAX = 1_000;

    private final MeanLikelihood likelihood;
    private double[] best = STARTS[0];
    private double bestLoss = Double.POSITIVE_INFINITY;

    LikelihoodSearch(MeanLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** Searches; true if the last step ended by its own criterion, not for want of evaluations. */
    boolean run() {
        for (double[] start : STARTS) {
            search(start);
        }
        return polish(best);
    }

    BgNbd best() {
        return at(best);
    }

    private void search(double[] start) {
        try {
            new BOBYQAOptimizer(INTERPOLATION_POINTS, RADIUS, RADIUS_MIN)
                    .optimize(
                            new ObjectiveFunction(this::loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new MaxEval(SEARCH_EVALUATIONS_MAX),
                            new SimpleBounds(everywhere(LOG_MIN), everywhere(LOG_MAX)));
        } catch (MathIllegalStateException giveUp) {
            // Out of evaluations or of floating-point resolution: the best point seen is kept.
            return;
        }
    }

    private boolean polish(double[] start) {
        try {
            new SimplexOptimizer(new SimpleValueChecker(POLISH_PRECISION, POLISH_PRECISION))
                    .optimize(
                            new ObjectiveFunction(this::loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new MaxEval(POLISH_EVALUATIONS_MAX),
                            new NelderMeadSimplex(PARAMETERS, POLISH_STEP));
            return true;
        } catch (MathIllegalStateException outOfEvaluations) {
            return false;
        }
    }

    private double loss(double[] logs) {
        double ridge = 0;
        for (double log : logs) {
            ridge += RIDGE * log * log;
        }
        double loss = ridge - likelihood.of(at(logs));
        if (loss < bestLoss) {
            bestLoss = loss;
            best = logs.clone();
        }
        return loss;
    }

    private static BgNbd at(double[] logs) {
        return new BgNbd(
                parameter(logs[0]), parameter(logs[1]), parameter(logs[2]), parameter(logs[3]));
    }

    private static double parameter(double log) {
        return Math.exp(Math.min(Math.max(log, LOG_MIN), LOG_MAX));
    }

    private static double[] everywhere(double value) {
        double[] point = new double[PARAMETERS];
        Arrays.fill(point, value);
        return point;
    }
}
