package holdfast.core.learning;

/**
 * The weighted log-loss of a logistic regression plus half its penalty, with its slope and its
 * curvature.
 *
 * <p>Not thread-safe.
 */
final class PenalisedLoss {

    private final Design design;
    private final Penalty penalty;
    private int stride = 1;

    PenalisedLoss(Design design, Penalty penalty) {
        this.design = design;
        this.penalty = penalty;
    }

    /** The loss and its slope at a point. Its arrays are shared, not to be changed. */
    static final class Place {

        private final double[] at;
        private final double[] slope;
        private double loss;

        Place(double[] at) {
            this.at = at;
            this.slope = new double[at.length];
        }

        double[] at() {
            return at;
        }

        double[] slope() {
            return slope;
        }

        double loss() {
            return loss;
        }
    }

    /** From now on takes every so many rows for them all. */
    void stride(int rows) {
        stride = rows;
    }

    Place at(double[] coefficients) {
        Place place = new Place(coefficients);
        for (int row = 0; row < design.rows(); row += stride) {
            double logit = design.dot(row, coefficients);
            double weight = stride * design.weight(row);
            // one exponential gives both the probability and ln(1 + e^logit)
            double tail = Math.exp(-Math.abs(logit));
            double probability = (logit < 0 ? tail : 1) / (1 + tail);
            double logOnePlus = Math.max(logit, 0) + Math.log(1 + tail);
            place.loss += weight * (logOnePlus - design.label(row) * logit);
            design.addTo(place.slope, row, weight * (probability - design.label(row)));
        }
        place.loss += penalty.addTo(place.slope, coefficients);
        return place;
    }

    double[][] curvature(Place place) {
        double[] factors = new double[design.rows()];
        for (int row = 0; row < design.rows(); row += stride) {
            double probability = Logit.inverse(design.dot(row, place.at));
            factors[row] = stride * design.weight(row) * probability * (1 - probability);
        }
        double[][] curvature = design.squares(factors, stride);
        penalty.addTo(curvature);
        return curvature;
    }
}
