package holdfast.core.learning;

import holdfast.core.features.Feature;
import java.util.Optional;

/**
 * How likely somebody reaches out to a customer within a slice after a snapshot: a logistic
 * regression on the features and on the score that served.
 *
 * <p>Reads the rows that it was fitted to; good for as long as they stay as they are.
 */
final class OutreachHazard {

    private static final double FADES_HORIZONS = 2;
    private static final int ROWS_MAX = 30_000;

    private final TrainingRows rows;
    private final Scaling scaling;
    private final double[] coefficients;

    private OutreachHazard(TrainingRows rows, Scaling scaling, double[] coefficients) {
        this.rows = rows;
        this.scaling = scaling;
        this.coefficients = coefficients;
    }

    /** Fits to the slices that have passed; empty while that is too little. */
    static Optional<OutreachHazard> fit(Now now, Exposure exposure) {
        TrainingRows rows = now.rows();
        Sample sample = Sample.ofAll(rows, row -> mayBeReached(now, exposure, row));
        if (!sample.isEnough(exposure::isReached)) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(rows, sample.rows());
        int columns = 2 + rows.width();
        Design design = design(sample, now, exposure, scaling);
        double[] coefficients = Evidence.fit(design, new Penalty(columns).shared(1, columns));
        return Optional.of(new OutreachHazard(rows, scaling, coefficients));
    }

    /** The logarithm of the probability that nobody does. */
    double logLeftAlone(int row) {
        double logit = coefficients[0] + coefficients[1 + scaling.width()] * score(rows, row);
        for (int i = 0; i < scaling.width(); i++) {
            logit += coefficients[1 + i] * scaling.scaled(i, rows.feature(row, i));
        }
        return -Logit.loss(logit, 0);
    }

    private static boolean mayBeReached(Now now, Exposure exposure, int row) {
        TrainingRows rows = now.rows();
        return !rows.isReachedBefore(row)
                && exposure.untilMillis(row) <= now.millis()
                && exposure.slices(row, rows.decidedMillis(row)) > 0
                && age(now, row) < Fading.HORIZONS_MAX * FADES_HORIZONS;
    }

    private static Design design(Sample sample, Now now, Exposure exposure, Scaling scaling) {
        TrainingRows rows = now.rows();
        int reached = 0;
        for (int row : sample.rows()) {
            reached += exposure.isReached(row) ? 1 : 0;
        }
        Thinning thinning = Thinning.to(ROWS_MAX, reached, sample.rows().length - reached);
        Design design = new Design(2 + rows.width());
        for (int row : sample.rows()) {
            boolean isReached = exposure.isReached(row);
            if (thinning.keeps(rows.key(row), isReached)) {
                // whoever was reached counts whole, however soon; the others by how long they might
                double slices = isReached ? 1 : exposure.slices(row, rows.decidedMillis(row));
                double weight = slices * Math.exp(-age(now, row) / FADES_HORIZONS);
                int at = design.add(isReached ? 1 : 0, thinning.standsFor(isReached) * weight);
                scaling.put(rows, row, design, at);
                design.set(at, 1 + rows.width(), score(rows, row));
            }
        }
        return design;
    }

    private static double age(Now now, int row) {
        return now.question().horizons(now.rows().timeMillis(row), now.millis());
    }

    /** What served said of the row; the prior, of rows before anything served. */
    private static double score(TrainingRows rows, int row) {
        float served = rows.opinion(row, Panel.SERVED);
        return Float.isNaN(served) ? rows.feature(row, Feature.PRIOR_LOGIT.position()) : served;
    }
}
