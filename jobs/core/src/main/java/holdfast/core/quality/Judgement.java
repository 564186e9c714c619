package holdfast.core.quality;

import holdfast.core.evaluation.Calibration;
import holdfast.core.evaluation.Ranking;
import holdfast.core.evaluation.ScoredCustomers;

/**
 * How good one opinion was on rows whose outcome is known; NaN where a figure has no meaning.
 *
 * <p>Every row counts, so that a customer with eight snapshots counts eight times. Those rows
 * overlap and tell about as much as one alone: how sure a figure is goes by the customers.
 *
 * @param rows how many snapshots, each as often as it stands for others
 * @param customers of how many customers
 * @param lostShare the share of the rows whose customer was lost
 * @param meanRisk the mean probability that was given
 * @param logLoss see {@link Calibration#logLoss}
 * @param rocAuc see {@link Ranking#rocAuc}
 * @param calibrationError see {@link Calibration#error}
 * @param calibrationErrorByChance what perfect probabilities would show of that, by chance, on so
 *     many customers
 */
public record Judgement(
        Opinion opinion,
        int rows,
        int customers,
        double lostShare,
        double meanRisk,
        double logLoss,
        double rocAuc,
        double calibrationError,
        double calibrationErrorByChance) {

    /**
     * Judges the rows of so many customers.
     *
     * @param scored one entry a row; its scores are probabilities
     * @param customers at least 1, at most the number of rows
     * @param independent how many customers that count alike would tell as much; above 0
     */
    public static Judgement of(
            Opinion opinion, ScoredCustomers scored, int customers, double independent) {
        int rows = scored.size();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += scored.score(row);
        }
        return new Judgement(
                opinion,
                rows,
                customers,
                (double) scored.churnedCount() / rows,
                sum / rows,
                Calibration.logLoss(scored),
                Ranking.rocAuc(scored),
                Calibration.error(scored),
                errorByChance(scored, independent));
    }

    /*
     * A bin of n customers with probability p misses by sqrt(p (1 - p) / n) in a standard deviation,
     * and by sqrt(2 / pi) of it in the mean (normal approximation).
     */
    private static double errorByChance(ScoredCustomers scored, double independent) {
        double customersPerRow = independent / scored.size();
        double error = 0;
        for (Calibration.Bin bin : Calibration.bins(scored)) {
            double share = (double) bin.customers() / scored.size();
            double p = bin.meanPredicted();
            double variance = p * (1 - p) / (bin.customers() * customersPerRow);
            error += share * Math.sqrt(2 / Math.PI * variance);
        }
        return error;
    }
}
