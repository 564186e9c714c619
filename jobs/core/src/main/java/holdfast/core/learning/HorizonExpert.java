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
    private static final double PENALTY = 10;

    private final Scaling scaling;
    private final double[] coefficients;

    private HorizonExpert(Scaling scaling, double[] coefficients) {
        this.scaling = scaling;
        this.coefficients = coefficients;
    }

    /** Fits to what is known at the instant; empty while that is too little. */
    static Optional<HorizonExpert> fit(TrainingRows rows, Question question, long nowMillis) {
        Sample sample =
                Sample.of(
                        rows,
                        row ->
                                question.isMature(rows, row, nowMillis)
                                        && age(rows, question, row, nowMillis)
                                                < Fading.HORIZONS_MAX * FADES_HORIZONS);
        if (!sample.isEnough(row -> question.label(rows, row) > 0)) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(rows, sample.rows());
        Design design = new Design(1 + rows.width());
        for (int row : sample.rows()) {
            double weight = Fading.weight(age(rows, question, row, nowMillis), FADES_HORIZONS);
            int at = design.add(question.label(rows, row), sample.scale() * weight);
            for (int i = 0; i < rows.width(); i++) {
                design.set(at, 1 + i, scaling.scaled(i, rows.feature(row, i)));
            }
        }
        Penalty penalty = new Penalty(1 + rows.width()).on(1, 1 + rows.width(), PENALTY);
        Drift.penalise(penalty, design, scaling, new Now(rows, question, nowMillis));
        return Optional.of(new HorizonExpert(scaling, RidgeLogit.fit(design, penalty)));
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
