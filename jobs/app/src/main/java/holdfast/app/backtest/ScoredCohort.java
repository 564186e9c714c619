package holdfast.app.backtest;

import holdfast.core.evaluation.Figures;
import holdfast.core.evaluation.ScoredCustomers;
import holdfast.core.population.LogBuckets;
import holdfast.core.prior.BgNbdFit;
import java.util.Optional;

/** A cohort with what the core said about it at the cutoff. Immutable. */
final class ScoredCohort {

    private final Cohort cohort;
    private final BgNbdFit.Fit fit;
    private final double[] scores;
    private final double[] expectedValues;

    /**
     * Scores, one a row of the cohort.
     *
     * @param fit the prior as fitted on everybody seen up to the cutoff
     * @param scores probabilities of the outcome within the horizon
     * @param expectedValues what each customer is expected to bring within a horizon, from the
     *     bounded state, in major units
     */
    ScoredCohort(Cohort cohort, BgNbdFit.Fit fit, double[] scores, double[] expectedValues) {
        this.cohort = cohort;
        this.fit = fit;
        this.scores = scores.clone();
        this.expectedValues = expectedValues.clone();
    }

    Cohort cohort() {
        return cohort;
    }

    BgNbdFit.Fit fit() {
        return fit;
    }

    /** How the expected values are distributed, in minor units. */
    LogBuckets valuesMinor(int fractionDigits) {
        double unit = Math.pow(10, fractionDigits);
        LogBuckets.Builder buckets = LogBuckets.builder();
        for (double value : expectedValues) {
            buckets.add(Math.round(value * unit));
        }
        return buckets.build();
    }

    double score(int row) {
        return scores[row];
    }

    double[] scores() {
        return scores.clone();
    }

    double[] expectedValues() {
        return expectedValues.clone();
    }

    /** The score times the expected value. */
    double valueAtRisk(int row) {
        return scores[row] * expectedValues[row];
    }

    /** By what the customers are ranked; the same as the value at risk so far. */
    double expectedLoss(int row) {
        return valueAtRisk(row);
    }

    double[] expectedLosses() {
        double[] losses = new double[scores.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = expectedLoss(row);
        }
        return losses;
    }

    /** Whether what became of the customers is known. */
    boolean judged() {
        return cohort.judged() && cohort.size() > 0;
    }

    ScoredCustomers customers() {
        return cohort.with(scores);
    }

    /** How good the scores were, if that can be known. */
    Optional<Figures> figures() {
        return judged() ? Optional.of(Figures.of(customers(), expectedLosses())) : Optional.empty();
    }
}
