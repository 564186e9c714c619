package holdfast.core.learning;

/**
 * What the experts said of each row before its outcome was known, and how good that was once it
 * was.
 */
final class TrackRecord {

    /*
     * Exponential weights on the mean loss of matured rows. The rows of one horizon see the same
     * season, so that however many they are they count as a fixed number of independent ones; older
     * ones count half as much with each horizon.
     */
    private static final double ROWS_A_HORIZON = 50;
    private static final double HALVES_HORIZONS = 1;

    /** However far behind, an expert is never out for good, also in numbers of this size. */
    private static final double LEAST_TRUST = 1e-12;

    private final TrainingRows rows;
    private final Question question;

    TrackRecord(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
    }

    /**
     * Notes what is thought of every row of which nobody has said anything, unless its outcome is
     * known already: whoever learned from later times is no witness of what could be said then.
     */
    void note(Panel panel, Expert served, long nowMillis) {
        double[] features = new double[rows.width()];
        double[] opinions = new double[Panel.EXPERTS];
        for (int row = 0; row < rows.size(); row++) {
            boolean isOpen = !question.isMature(rows, row, nowMillis);
            if (isOpen && Float.isNaN(rows.opinion(row, Panel.PRIOR))) {
                rows.read(row, features);
                panel.opinions(features, opinions);
                for (int i = 0; i < opinions.length; i++) {
                    rows.setOpinion(row, i, (float) opinions[i]);
                }
                rows.setOpinion(row, Panel.SERVED, (float) served.logit(features));
            }
        }
    }

    /** The experts' shares by what has matured, from the given ones; they add up to 1. */
    double[] shares(double[] first, long nowMillis) {
        double[] losses = new double[first.length];
        double total = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (question.isMature(rows, row, nowMillis) && isJudged(row)) {
                total += addLosses(row, nowMillis, losses);
            }
        }
        double least = losses[0];
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        double[] shares = new double[first.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double behind = total > 0 ? (losses[i] - least) / total : 0;
            shares[i] = first[i] * Math.max(LEAST_TRUST, Math.exp(-ROWS_A_HORIZON * behind));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private boolean isJudged(int row) {
        return rows.weight(row) > 0 && !Float.isNaN(rows.opinion(row, Panel.EXPERTS - 1));
    }

    private double addLosses(int row, long nowMillis, double[] losses) {
        double ageHorizons =
                question.horizons(rows.timeMillis(row) + question.horizonMillis(), nowMillis);
        double weight = rows.weight(row) * Math.pow(0.5, ageHorizons / HALVES_HORIZONS);
        double label = question.label(rows, row);
        for (int i = 0; i < losses.length; i++) {
            losses[i] += weight * Logit.loss(rows.opinion(row, i), label);
        }
        return weight;
    }
}
