package holdfast.core.learning;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.quality.Drift;
import holdfast.core.quality.FeatureDrift;
import holdfast.core.quality.PopulationStability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Compares the snapshots of the newest horizon with those whose horizon has passed. */
final class Movement {

    private static final double USUAL_GAPS = 2;
    private static final double PAST_RHYTHM = Math.log1p(USUAL_GAPS);

    private final TrainingRows rows;
    private final Question question;

    Movement(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
    }

    /** How things stand at the instant. */
    Drift at(long nowMillis) {
        int[] before =
                sample(row -> question.isMature(rows, row, nowMillis) && !rows.isSpecial(row));
        int[] now = sample(row -> !question.isMature(rows, row, nowMillis));
        if (before.length == 0 || now.length == 0) {
            return Drift.none();
        }
        return new Drift(
                now.length,
                before.length,
                PopulationStability.byChance(customers(before), customers(now)),
                pastRhythm(newestStep(now, nowMillis)),
                pastRhythm(before),
                features(before, now));
    }

    private int[] sample(IntPredicate admits) {
        return Sample.of(rows, admits, Examination.ROWS_MAX).rows();
    }

    /** Each customer in scope has one snapshot there. */
    private int[] newestStep(int[] now, long nowMillis) {
        return Arrays.stream(now)
                .filter(row -> rows.timeMillis(row) > nowMillis - question.sliceMillis())
                .toArray();
    }

    private double pastRhythm(int[] chosen) {
        long past =
                Arrays.stream(chosen)
                        .filter(
                                row ->
                                        rows.feature(row, Feature.RELATIVE_RECENCY.position())
                                                > PAST_RHYTHM)
                        .count();
        return chosen.length == 0 ? Double.NaN : (double) past / chosen.length;
    }

    private int customers(int[] chosen) {
        return (int) Arrays.stream(chosen).mapToLong(rows::customerKey).distinct().count();
    }

    private List<FeatureDrift> features(int[] before, int[] now) {
        List<FeatureDrift> drifts = new ArrayList<>();
        for (Feature feature : FeatureCatalogue.features()) {
            double index = index(feature.position(), before, now);
            drifts.add(new FeatureDrift(feature.id(), feature.family(), index));
        }
        FeatureLayout layout = rows.layout();
        for (int place = 0; place < layout.categories(); place++) {
            for (CategoryFeature feature : CategoryFeature.all()) {
                String code = feature.code(layout.categoryId(place));
                double index = index(layout.position(place, feature), before, now);
                drifts.add(
                        new FeatureDrift(code.toLowerCase(Locale.ROOT), feature.family(), index));
            }
        }
        return drifts;
    }

    private double index(int position, int[] before, int[] now) {
        return PopulationStability.index(column(position, before), column(position, now));
    }

    private double[] column(int position, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(row -> rows.feature(row, position)).toArray();
    }
}
