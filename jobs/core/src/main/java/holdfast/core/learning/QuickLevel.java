package holdfast.core.learning;

import java.util.Arrays;

/**
 * How far the level of all hazards has moved of late: what helps first when customers change their
 * ways together.
 *
 * <p>A maximum-a-posteriori shift over the newest slices. However many customers there are, the
 * newest slices are few, and what moves one of them moves all; so their information is capped, and
 * only half of the shift is taken.
 */
final class QuickLevel {

    private static final double FADES_HORIZONS = 0.125;
    private static final double VARIANCE = 0.02;
    private static final double INFORMATION_MAX = 100;
    private static final double TAKEN = 0.5;
    private static final int STEPS = 20;
    private static final double STEP_MIN = 1e-6;

    private final TrainingRows rows;
    private final Question question;
    private final long nowMillis;
    private double[] logits = new double[1024];
    private double[] labels = new double[1024];
    private double[] weights = new double[1024];
    private int slices;

    private QuickLevel(TrainingRows rows, Question question, long nowMillis) {
        this.rows = rows;
        this.question = question;
        this.nowMillis = nowMillis;
    }

    /** The shift of the expert's logits. */
    static double shift(HazardExpert expert, TrainingRows rows, Question question, long nowMillis) {
        QuickLevel level = new QuickLevel(rows, question, nowMillis);
        for (int row = 0; row < rows.size(); row++) {
            level.gather(expert, row);
        }
        return TAKEN * level.likeliest();
    }

    /** Notes the row's newest slices that are known. */
    private void gather(HazardExpert expert, int row) {
        long sliceMillis = question.sliceMillis();
        for (int slice = 0; slice < Question.SLICES; slice++) {
            long endMillis = rows.timeMillis(row) + (slice + 1) * sliceMillis;
            double part = Outreach.untouched(rows, row, endMillis - sliceMillis, endMillis);
            if (endMillis > nowMillis
                    || part == 0
                    || rows.decidedMillis(row) <= endMillis - sliceMillis) {
                return;
            }
            double ageHorizons = question.horizons(endMillis, nowMillis);
            if (ageHorizons < Fading.HORIZONS_MAX * FADES_HORIZONS) {
                long seenMillis = Math.min(endMillis, Outreach.untouchedUntilMillis(rows, row));
                double label = rows.decidedMillis(row) <= seenMillis ? 1 : 0;
                double weight = part * Fading.weight(ageHorizons, FADES_HORIZONS);
                add(expert.sliceLogit(rows, row, slice), label, weight);
            }
        }
    }

    private void add(double logit, double label, double weight) {
        if (slices == logits.length) {
            logits = Arrays.copyOf(logits, 2 * slices);
            labels = Arrays.copyOf(labels, 2 * slices);
            weights = Arrays.copyOf(weights, 2 * slices);
        }
        logits[slices] = logit;
        labels[slices] = label;
        weights[slices] = weight;
        slices++;
    }

    private double likeliest() {
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double move = step(shift);
            shift += move;
            if (Math.abs(move) < STEP_MIN) {
                break;
            }
        }
        return shift;
    }

    private double step(double shift) {
        double gradient = 0;
        double information = 0;
        for (int i = 0; i < slices; i++) {
            double hazard = Logit.inverse(logits[i] + shift);
            gradient += weights[i] * (labels[i] - hazard);
            information += weights[i] * hazard * (1 - hazard);
        }
        double trust = Math.min(1, INFORMATION_MAX / Math.max(information, 1e-9));
        return (trust * gradient - shift / VARIANCE) / (trust * information + 1 / VARIANCE);
    }
}
