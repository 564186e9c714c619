package holdfast.core.quality;

import java.util.Arrays;

/** How far a distribution has moved. Stateless. */
public final class PopulationStability {
    /*
     * The population stability index: sum over bins of (now - before) ln(now / before), which is
     * Jeffreys' divergence (1946, Proc. R. Soc. A 186, 453). Rule of thumb in credit scoring: up to
     * .1 nothing happened, above .25 much did (Siddiqi 2006, Credit Risk Scorecards). Without a
     * change its mean is about (bins - 1) (1/n + 1/m) (Yurdakul 2018, Statistical Properties of
     * Population Stability Index).
     *
     * The bins lie between the deciles of what was before; equal values share a bin. Half a value
     * is added to every bin, so that an empty one costs a finite amount.
     */

    private static final int BINS = 10;
    private static final double ADDED = 0.5;

    private PopulationStability() {}

    /**
     * The index, 0 or more.
     *
     * @param before at least one value
     * @param now at least one value
     */
    public static double index(double[] before, double[] now) {
        double[] edges = edges(before);
        double[] sharesBefore = shares(before, edges);
        double[] sharesNow = shares(now, edges);
        double index = 0;
        for (int bin = 0; bin < sharesNow.length; bin++) {
            double moved = sharesNow[bin] - sharesBefore[bin];
            index += moved * Math.log(sharesNow[bin] / sharesBefore[bin]);
        }
        return index;
    }

    /** The mean index of what has not moved, from so many independent values. */
    public static double byChance(int before, int now) {
        return (BINS - 1) * (1.0 / before + 1.0 / now);
    }

    /** A value that is an edge lies above it. */
    private static double[] edges(double[] before) {
        double[] sorted = before.clone();
        Arrays.sort(sorted);
        double[] edges = new double[BINS - 1];
        Arrays.setAll(edges, i -> sorted[(int) ((long) (i + 1) * sorted.length / BINS)]);
        return Arrays.stream(edges).distinct().toArray();
    }

    private static double[] shares(double[] values, double[] edges) {
        double[] shares = new double[edges.length + 1];
        for (double value : values) {
            int found = Arrays.binarySearch(edges, value);
            shares[found >= 0 ? found + 1 : -found - 1]++;
        }
        double total = values.length + ADDED * shares.length;
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] = (shares[bin] + ADDED) / total;
        }
        return shares;
    }
}
