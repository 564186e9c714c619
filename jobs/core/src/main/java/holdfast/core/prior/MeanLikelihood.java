package holdfast.core.prior;

import java.util.Arrays;

/**
 * The mean log-likelihood of a fixed set of histories as a function of the parameters.
 *
 * <p>Adds up in a fixed order, so equal input gives equal bits. Not safe to share between threads.
 */
final class MeanLikelihood {
    /*
     * Rows share few distinct counts of repeats and few distinct day numbers, so the gamma functions
     * are taken once per count and the logarithms once per day number; what is left for each row is
     * log(1 + e^z), and nothing of that for customers who never came back.
     */

    private final long[] counts;
    private final double[] weeks;
    private final int[] countOf;
    private final int[] lastOf;
    private final int[] ageOf;
    private final double[] weightOf;
    private final double[] weightOfCount;
    private final double customers;

    private final double[] logOddsLeft;
    private final double[] logShifted;

    MeanLikelihood(DistinctHistories histories) {
        int size = histories.size();
        counts = distinctCounts(histories);
        weeks = distinctWeeks(histories);
        countOf = new int[size];
        lastOf = new int[size];
        ageOf = new int[size];
        weightOf = new double[size];
        weightOfCount = new double[counts.length];
        for (int row = 0; row < size; row++) {
            RepeatHistory history = histories.row(row);
            countOf[row] = Arrays.binarySearch(counts, history.repeats());
            lastOf[row] = Arrays.binarySearch(weeks, history.lastWeeks());
            ageOf[row] = Arrays.binarySearch(weeks, history.ageWeeks());
            weightOf[row] = histories.weight(row);
            weightOfCount[countOf[row]] += weightOf[row];
        }
        customers = histories.customers();
        logOddsLeft = new double[counts.length];
        logShifted = new double[weeks.length];
    }

    private static long[] distinctCounts(DistinctHistories histories) {
        long[] all = new long[histories.size()];
        for (int row = 0; row < all.length; row++) {
            all[row] = histories.row(row).repeats();
        }
        return Arrays.stream(all).distinct().sorted().toArray();
    }

    private static double[] distinctWeeks(DistinctHistories histories) {
        double[] all = new double[2 * histories.size()];
        for (int row = 0; row < histories.size(); row++) {
            all[2 * row] = histories.row(row).lastWeeks();
            all[2 * row + 1] = histories.row(row).ageWeeks();
        }
        return Arrays.stream(all).distinct().sorted().toArray();
    }

    double of(BgNbd model) {
        double sum = 0;
        for (int count = 0; count < counts.length; count++) {
            sum += weightOfCount[count] * model.logConstant(counts[count]);
            logOddsLeft[count] = model.logOddsLeftAtLast(counts[count]);
        }
        for (int week = 0; week < weeks.length; week++) {
            logShifted[week] = Math.log(model.alpha() + weeks[week]);
        }
        for (int row = 0; row < countOf.length; row++) {
            sum += weightOf[row] * timing(row, model.r());
        }
        return sum / customers + model.r() * Math.log(model.alpha());
    }

    private double timing(int row, double r) {
        long repeats = counts[countOf[row]];
        double exponent = r + repeats;
        double logAge = logShifted[ageOf[row]];
        if (repeats == 0) {
            return -exponent * logAge;
        }
        double logOddsGone =
                logOddsLeft[countOf[row]] + exponent * (logAge - logShifted[lastOf[row]]);
        return BgNbd.logOnePlusExp(logOddsGone) - exponent * logAge;
    }
}
