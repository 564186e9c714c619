package holdfast.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether probabilities mean what they say. Stateless. */
public final class Calibration {
    /*
     * Probabilities are kept 1e-6 away from certainty, so that one sure mistake costs a finite loss.
     *
     * Bins of about equal mass lie between the deciles of the probabilities (linear interpolation
     * between order statistics); equal probabilities always share a bin.
     */

    private static final double CERTAINTY_MARGIN = 1e-6;
    private static final int BINS = 10;

    /**
     * Customers with about equal risk.
     *
     * @param customers how many
     * @param meanPredicted the mean of their probabilities
     * @param meanObserved the share of them who left
     */
    public record Bin(int customers, double meanPredicted, double meanObserved) {}

    private Calibration() {}

    /** The mean of -log of the probability given to what came true. */
    public static double logLoss(ScoredCustomers customers) {
        double sum = 0;
        for (int i = 0; i < customers.size(); i++) {
            double predicted = inside(customers.score(i));
            sum -= customers.churned(i) ? Math.log(predicted) : Math.log(1 - predicted);
        }
        return sum / customers.size();
    }

    /** The mean squared difference between the probability and what came true. */
    public static double brier(ScoredCustomers customers) {
        double sum = 0;
        for (int i = 0; i < customers.size(); i++) {
            double error = inside(customers.score(i)) - (customers.churned(i) ? 1 : 0);
            sum += error * error;
        }
        return sum / customers.size();
    }

    /** The mean over customers of the gap between predicted and observed in their bin. */
    public static double error(ScoredCustomers customers) {
        double error = 0;
        for (Bin bin : bins(customers)) {
            double share = (double) bin.customers() / customers.size();
            error += share * Math.abs(bin.meanObserved() - bin.meanPredicted());
        }
        return error;
    }

    /** At most ten bins, the lowest risk first, none of them empty. */
    public static List<Bin> bins(ScoredCustomers customers) {
        double[] predicted = new double[customers.size()];
        Arrays.setAll(predicted, i -> inside(customers.score(i)));
        double[] edges = edges(predicted);
        int[] counts = new int[edges.length + 1];
        double[] predictedSums = new double[edges.length + 1];
        int[] churnedCounts = new int[edges.length + 1];
        for (int i = 0; i < predicted.length; i++) {
            int found = Arrays.binarySearch(edges, predicted[i]);
            int bin = found >= 0 ? found + 1 : -found - 1;
            counts[bin]++;
            predictedSums[bin] += predicted[i];
            churnedCounts[bin] += customers.churned(i) ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            int count = counts[bin];
            if (count > 0) {
                bins.add(
                        new Bin(
                                count,
                                predictedSums[bin] / count,
                                (double) churnedCounts[bin] / count));
            }
        }
        return bins;
    }

    private static double[] edges(double[] predicted) {
        double[] sorted = predicted.clone();
        Arrays.sort(sorted);
        double[] edges = new double[BINS - 1];
        Arrays.setAll(edges, i -> quantile(sorted, (i + 1) * (1.0 / BINS)));
        return Arrays.stream(edges).distinct().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double weight = position - below;
        double gap = sorted[above] - sorted[below];
        // From the nearer side, so that rounding cannot pass an order statistic.
        return weight < 0.5 ? sorted[below] + gap * weight : sorted[above] - gap * (1 - weight);
    }

    private static double inside(double probability) {
        return Math.min(Math.max(probability, CERTAINTY_MARGIN), 1 - CERTAINTY_MARGIN);
    }
}
