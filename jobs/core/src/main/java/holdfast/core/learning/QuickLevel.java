package holdfast.core.learning;

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

    private double gradient;
    private double information;

    private QuickLevel() {}

    /** The shift of the expert's logits. */
    static double shift(HazardExpert expert, TrainingRows rows, Question question, long nowMillis) {
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            QuickLevel level = new QuickLevel();
            for (int row = 0; row < rows.size(); row++) {
                level.add(expert, rows, row, question, nowMillis, shift);
            }
            double trust = Math.min(1, INFORMATION_MAX / Math.max(level.information, 1e-9));
            double move =
                    (trust * level.gradient - shift / VARIANCE)
                            / (trust * level.information + 1 / VARIANCE);
            shift += move;
            if (Math.abs(move) < 1e-6) {
                break;
            }
        }
        return TAKEN * shift;
    }

    private void add(
            HazardExpert expert,
            TrainingRows rows,
            int row,
            Question question,
            long nowMillis,
            double shift) {
        long sliceMillis = question.sliceMillis();
        for (int slice = 0; slice < Question.SLICES; slice++) {
            long endMillis = rows.timeMillis(row) + (slice + 1) * sliceMillis;
            if (endMillis > nowMillis || rows.decidedMillis(row) <= endMillis - sliceMillis) {
                return;
            }
            double ageHorizons = question.horizons(endMillis, nowMillis);
            if (ageHorizons < Fading.HORIZONS_MAX * FADES_HORIZONS) {
                double weight = Fading.weight(ageHorizons, FADES_HORIZONS);
                double hazard = Logit.inverse(expert.sliceLogit(rows, row, slice) + shift);
                double label = rows.decidedMillis(row) <= endMillis ? 1 : 0;
                gradient += weight * (label - hazard);
                information += weight * hazard * (1 - hazard);
            }
        }
    }
}
