package holdfast.core.learning;

/**
 * How strongly coefficients are drawn to 0: as the rows themselves speak for.
 *
 * <p>Coefficients that share their penalty are taken for draws around 0. The penalty is then the
 * precision of these draws that makes the labels likeliest: the number of coefficients that the
 * labels determine over the sum of the squares (MacKay 1992, Neural Comput. 4, 720, eq. 9). So few
 * churners among many features are not read for more than they say.
 */
final class Evidence {

    private static final int ROUNDS = 4;
    private static final double FIRST = 30;
    private static final double MIN = 1;
    private static final double MAX = 10_000;

    private Evidence() {}

    /** The coefficients at the penalty that the rows speak for. */
    static double[] fit(Design design, Penalty penalty) {
        penalty.strength(FIRST);
        RidgeLogit fit = new RidgeLogit(design, penalty);
        double[] at = fit.roughly(fit.start());
        double strength = FIRST;
        for (int round = 0; round < ROUNDS; round++) {
            strength = strength(penalty, strength, at, fit.variances(at));
            penalty.strength(strength);
            at = fit.roughly(at);
        }
        return fit.exactly(at);
    }

    private static double strength(
            Penalty penalty, double before, double[] coefficients, double[] variances) {
        double determined = 0;
        double squares = 0;
        for (int i = 0; i < coefficients.length; i++) {
            if (penalty.isShared(i)) {
                determined += 1 - before * variances[i];
                squares += coefficients[i] * coefficients[i];
            }
        }
        // 0 / 0 where no coefficient moved: then as strong as can be
        double next = determined / squares;
        return next > MIN ? Math.min(MAX, next) : next <= MIN ? MIN : MAX;
    }
}
