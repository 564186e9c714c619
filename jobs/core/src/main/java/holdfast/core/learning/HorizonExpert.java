package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import java.util.Optional;

/**
 * The expert that learns from whole horizons: a logistic regression on snapshots whose horizon has
 * passed, older ones fading.
 */
final class HorizonExpert implements Expert {

    private static final double FADES_HORIZONS = 2;
    private static final int ROWS_MAX = 30_000;

    private final Scaling scaling;
    private final double[] coefficients;

    private HorizonExpert(Scaling scaling, double[] coefficients) {
        this.scaling = scaling;
        this.coefficients = coefficients;
    }

    /** Fits to what is known at the instant; empty while that is too little. */
    static Optional<HorizonExpert> fit(TrainingRows rows, Question question, long nowMillis) {
        Sample sample =
                Sample.ofAll(
                        rows,
                        row ->
                                question.isMature(rows, row, nowMillis)
                                        && rows.weight(row) > 0
                                        && age(rows, question, row, nowMillis)
                                                < Fading.HORIZONS_MAX * FADES_HORIZONS);
        Now now = new Now(rows, question, nowMillis);
        if (!sample.isEnough(row -> isLost(now, row))) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(rows, sample.rows());
        Design design = design(sample, scaling, now);
        Penalty penalty = new Penalty(1 + rows.width()).shared(1, 1 + rows.width());
        Drift.penalise(penalty, design, scaling, now);
        return Optional.of(new HorizonExpert(scaling, Evidence.fit(design, penalty)));
    }

    private static Design design(Sample sample, Scaling scaling, Now now) {
        TrainingRows rows = now.rows();
        int lost = 0;
        for (int row : sample.rows()) {
            lost += isLost(now, row) ? 1 : 0;
        }
        Thinning thinning = Thinning.to(ROWS_MAX, lost, sample.rows().length - lost);
        Design design = new Design(1 + rows.width());
        for (int row : sample.rows()) {
            boolean isLost = isLost(now, row);
            if (thinning.keeps(rows.key(row), isLost)) {
                double age = age(rows, now.question(), row, now.millis());
                double weight = rows.weight(row) * Fading.weight(age, FADES_HORIZONS);
                int at = design.add(isLost ? 1 : 0, thinning.standsFor(isLost) * weight);
                scaling.put(rows, row, design, at);
            }
        }
        return design;
    }

    private static boolean isLost(Now now, int row) {
        return now.question().label(now.rows(), row) > 0;
    }

    private static double age(TrainingRows rows, Question question, int row, long nowMillis) {
        return question.horizons(rows.timeMillis(row) + question.horizonMillis(), nowMillis);
    }

    @Override
    public double logit(double[] features) {
        double sum = coefficients[0];
        for (int i = 0; i < scaling.width(); i++) {
            sum += coefficients[1 + i] * scaling.scaled(i, features[i]);
        }
        return sum;
    }

    /** Writes the scaling, then the coefficients as doubles. */
    void write(ByteWriter out) {
        scaling.write(out);
        Coefficients.write(coefficients, out);
    }

    /** Reads what {@link #write} wrote. */
    static HorizonExpert read(ByteReader in, int width) {
        return new HorizonExpert(Scaling.read(in, width), Coefficients.read(in, 1 + width));
    }
}
