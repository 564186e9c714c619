package holdfast.app.backtest;

import holdfast.app.backtest.plot.Axis;
import holdfast.app.backtest.plot.Chart;
import holdfast.app.backtest.plot.Points;
import holdfast.app.backtest.plot.Stroke;
import holdfast.core.evaluation.Calibration;
import holdfast.core.evaluation.ScoredCustomers;
import java.util.List;

/** What was said against what happened, all judged cutoffs together, in bins of equal size. */
final class CalibrationPlot {

    private static final double TWO_SIDED_95 = 1.96;

    private final List<Calibration.Bin> bins;

    CalibrationPlot(List<ScoredCohort> judged) {
        bins = Calibration.bins(pooled(judged));
    }

    /** The picture. */
    String svg(String title) {
        double to = shown();
        Axis said = Axis.percent("what the score said", to);
        Axis happened = Axis.percent("how many then left", to);
        Chart chart = new Chart(720, 380, said, happened, 1);
        chart.legend(Stroke.LIMIT, "perfect");
        chart.legend(Stroke.MAIN, "a tenth of the customers each, with the 95 % range of chance");
        Points diagonal = new Points();
        diagonal.add(0, 0);
        diagonal.add(to, to);
        chart.curve(diagonal, Stroke.LIMIT);
        Points met = new Points();
        for (Calibration.Bin bin : bins) {
            met.add(bin.meanPredicted(), bin.meanObserved());
        }
        chart.curve(met, Stroke.MAIN);
        for (Calibration.Bin bin : bins) {
            double[] range = chance(bin);
            chart.span(bin.meanPredicted(), range[0], range[1], Stroke.MAIN);
            chart.dot(bin.meanPredicted(), bin.meanObserved(), "#ffffff");
        }
        return chart.svg(title);
    }

    /** The end of both axes: the first round share above everything drawn. */
    private double shown() {
        double largest = 0;
        for (Calibration.Bin bin : bins) {
            largest = Math.max(largest, Math.max(bin.meanPredicted(), chance(bin)[1]));
        }
        return Math.min(1, Math.ceil(largest * 10 + 0.01) / 10);
    }

    /** The bin of the highest risk. */
    Calibration.Bin highest() {
        return bins.get(bins.size() - 1);
    }

    /** The calibration error that chance alone would give to perfect probabilities. */
    static double errorByChance(ScoredCohort cohort) {
        double error = 0;
        for (Calibration.Bin bin : Calibration.bins(cohort.customers())) {
            double share = (double) bin.customers() / cohort.cohort().size();
            double spread = bin.meanPredicted() * (1 - bin.meanPredicted()) / bin.customers();
            error += share * Math.sqrt(2 / Math.PI * spread);
        }
        return error;
    }

    /* E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927. */
    private static double[] chance(Calibration.Bin bin) {
        double n = bin.customers();
        double z2 = TWO_SIDED_95 * TWO_SIDED_95;
        double p = bin.meanObserved();
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = TWO_SIDED_95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new double[] {middle - half, middle + half};
    }

    private static ScoredCustomers pooled(List<ScoredCohort> cohorts) {
        int size = cohorts.stream().mapToInt(cohort -> cohort.cohort().size()).sum();
        boolean[] churned = new boolean[size];
        double[] scores = new double[size];
        int at = 0;
        for (ScoredCohort cohort : cohorts) {
            int count = cohort.cohort().size();
            for (int row = 0; row < count; row++) {
                churned[at] = cohort.cohort().churned(row);
                scores[at] = cohort.score(row);
                at++;
            }
        }
        return new ScoredCustomers(churned, scores, new double[size]);
    }
}
