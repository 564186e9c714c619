package holdfast.core.prior;

import java.util.function.DoubleUnaryOperator;

/**
 * BG/NBD by its story alone: every visit rate and every probability of leaving is tried, weighed by
 * how well it explains the history. Slow, without a gamma function or a closed form.
 */
record NaiveBgNbd(BgNbd model) {
    private static final double SPAN = 300;
    private static final int STEPS = 60_000;

    double probabilityAlive(int repeats, double lastWeeks, double ageWeeks) {
        double alive = alive(repeats, ageWeeks, 0);
        return alive / (alive + gone(repeats, lastWeeks));
    }

    double probabilityNoActivity(
            int repeats, double lastWeeks, double ageWeeks, double horizonWeeks) {
        double alive = alive(repeats, ageWeeks, 0);
        double gone = gone(repeats, lastWeeks);
        return (gone + alive(repeats, ageWeeks, horizonWeeks)) / (alive + gone);
    }

    double logLikelihood(int repeats, double lastWeeks, double ageWeeks) {
        double everyone = rates(0, 0) * leavings(0, 0);
        return Math.log((alive(repeats, ageWeeks, 0) + gone(repeats, lastWeeks)) / everyone);
    }

    /** Came back this often, stayed each time, and has been quiet since. */
    private double alive(int repeats, double ageWeeks, double quietWeeks) {
        return rates(repeats, ageWeeks + quietWeeks) * leavings(0, repeats);
    }

    /** Left at the last visit, having stayed at each one before. */
    private double gone(int repeats, double lastWeeks) {
        return repeats == 0 ? 0 : rates(repeats, lastWeeks) * leavings(1, repeats - 1);
    }

    /** Weight of all visit rates (e^u) that give this many visits and then nothing until then. */
    private double rates(int visits, double untilWeeks) {
        return integral(
                u ->
                        Math.exp(
                                (model.r() + visits) * u
                                        - (model.alpha() + untilWeeks) * Math.exp(u)));
    }

    /** Weight of all probabilities of leaving (odds e^v) that give so many leavings and stays. */
    private double leavings(int left, int stayed) {
        return integral(
                v ->
                        Math.exp(
                                (model.a() + left) * -Math.log1p(Math.exp(-v))
                                        + (model.b() + stayed) * -Math.log1p(Math.exp(v))));
    }

    private static double integral(DoubleUnaryOperator weight) {
        double step = 2 * SPAN / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            sum += weight.applyAsDouble(i * step - SPAN);
        }
        return sum * step;
    }
}
