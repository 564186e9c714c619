package holdfast.core.evaluation;

/**
 * The figures by which scores are judged at one cut-off; NaN where a figure has no meaning.
 *
 * @param customers how many were scored
 * @param churnRate the share of them who left
 * @param rocAuc see {@link Ranking#rocAuc}
 * @param prAuc see {@link Ranking#averagePrecision}
 * @param logLoss see {@link Calibration#logLoss}; NaN unless scores are probabilities
 * @param brier see {@link Calibration#brier}; NaN unless scores are probabilities
 * @param ece see {@link Calibration#error}; NaN unless scores are probabilities
 * @param lift10 how many times as many leavers as at random the riskiest tenth holds
 * @param value10 the share of the lost money in the tenth with the highest risk
 * @param value10RiskValue the same, ranked by risk times value
 * @param value10ExpectedLoss the same, ranked by an expected loss; NaN without one
 * @param value10Max the same, ranked by what was lost: the most that can be reached
 * @param value10ValueOnly the same, ranked by value
 */
public record Figures(
        int customers,
        double churnRate,
        double rocAuc,
        double prAuc,
        double logLoss,
        double brier,
        double ece,
        double lift10,
        double value10,
        double value10RiskValue,
        double value10ExpectedLoss,
        double value10Max,
        double value10ValueOnly) {

    private static final double TENTH = 0.10;

    /** Judges scores alone. */
    public static Figures of(ScoredCustomers customers) {
        return of(customers, Double.NaN);
    }

    /**
     * Judges scores, and a ranking by expected loss beside them.
     *
     * @param expectedLosses one a customer, in the order of the customers
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Figures of(ScoredCustomers customers, double[] expectedLosses) {
        return of(customers, caughtAtTop(expectedLosses, customers.lostValues()));
    }

    private static Figures of(ScoredCustomers customers, double value10ExpectedLoss) {
        double[] lost = customers.lostValues();
        boolean probabilities = customers.areProbabilities();
        return new Figures(
                customers.size(),
                (double) customers.churnedCount() / customers.size(),
                Ranking.rocAuc(customers),
                Ranking.averagePrecision(customers),
                probabilities ? Calibration.logLoss(customers) : Double.NaN,
                probabilities ? Calibration.brier(customers) : Double.NaN,
                probabilities ? Calibration.error(customers) : Double.NaN,
                lift(customers),
                caughtAtTop(customers.scores(), lost),
                caughtAtTop(customers.risksTimesValues(), lost),
                value10ExpectedLoss,
                caughtAtTop(lost, lost),
                caughtAtTop(customers.values(), lost));
    }

    private static double lift(ScoredCustomers customers) {
        double[] left = new double[customers.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = customers.churned(i) ? 1 : 0;
        }
        return caughtAtTop(customers.scores(), left) / TENTH;
    }

    private static double caughtAtTop(double[] ranking, double[] weights) {
        return CaughtCurve.of(ranking, weights).share(TENTH);
    }
}
