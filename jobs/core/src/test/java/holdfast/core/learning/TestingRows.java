package holdfast.core.learning;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.Map;

/** Rows made by hand, of a horizon of eight days. */
final class TestingRows {

    static final long DAY = 86_400_000L;
    static final long HORIZON = 8 * DAY;
    static final int[] NO_CATEGORIES = {};

    private TestingRows() {}

    static TrainingRows none() {
        return new TrainingRows(FeatureLayout.ofCatalogue());
    }

    static Question returns() {
        return new Question(HORIZON, false);
    }

    static Question cancels() {
        return new Question(HORIZON, true);
    }

    static TrainingRecord snapshot(long customer, long atMillis, Map<Feature, Double> told) {
        double[] features = new double[FeatureCatalogue.size()];
        told.forEach((feature, value) -> features[feature.position()] = value);
        Snapshot.Span span = new Snapshot.Span(0, atMillis, 1);
        return TrainingRecord.snapshot(
                customer, 1, atMillis, new Snapshot(span, 0, NO_CATEGORIES, features));
    }
}
