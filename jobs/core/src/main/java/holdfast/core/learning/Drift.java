package holdfast.core.learning;

import java.util.Arrays;

/**
 * Where the customers of now stand, as a whole, apart from those who were learned from.
 *
 * <p>However many rows there are, they have seen few stretches of the calendar, and in a young log
 * everybody's tenure grows along with it. So what a fit says of such a common move is a guess from
 * a handful of samples: its effect on the logit is given a prior of mean 0 and variance {@value
 * #VARIANCE}, while differences between customers count in full.
 */
final class Drift {

    private static final double VARIANCE = 0.1;

    private Drift() {}

    /**
     * Adds what the common move costs.
     *
     * @param design the rows that are fitted to; its second column is the first scaled feature, the
     *     others follow
     */
    static void penalise(Penalty penalty, Design design, Scaling scaling, Now now) {
        double[] newest = newest(scaling, now);
        if (newest.length == 0) {
            return;
        }
        double[] means = design.means();
        double[] moved = new double[1 + newest.length];
        for (int i = 0; i < newest.length; i++) {
            moved[1 + i] = newest[i] - means[1 + i];
        }
        penalty.along(moved, 1 / VARIANCE);
    }

    /** The means of the scaled features over the newest slice; empty if there is none. */
    private static double[] newest(Scaling scaling, Now now) {
        double[] means = new double[scaling.width()];
        int count = 0;
        for (int row = 0; row < now.rows().size(); row++) {
            boolean isNewest =
                    now.rows().timeMillis(row) > now.millis() - now.question().sliceMillis();
            if (isNewest) {
                count++;
                for (int i = 0; i < means.length; i++) {
                    means[i] += scaling.scaled(i, now.rows().feature(row, i));
                }
            }
        }
        if (count == 0) {
            return new double[0];
        }
        int newest = count;
        return Arrays.stream(means).map(sum -> sum / newest).toArray();
    }
}
