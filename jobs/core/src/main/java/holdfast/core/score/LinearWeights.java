package holdfast.core.score;

import holdfast.core.features.FeatureCatalogue;
import java.util.List;

/**
 * The weights of a logistic regression over the feature catalogue.
 *
 * @param bias the logit where every feature is 0; within ±{@value #WEIGHT_MAX}
 * @param features one for each feature of the catalogue, in its order
 */
public record LinearWeights(double bias, List<FeatureWeight> features) {

    /** No weight and no bias is larger than this, so that every sum is finite. */
    public static final double WEIGHT_MAX = 1e6;

    /** No feature is larger than this. */
    public static final double FEATURE_MAX = 1e6;

    /**
     * One feature's weight and the range it was seen in, to which it is clipped.
     *
     * @param weight what one unit of the feature adds to the logit
     * @param min the least value seen
     * @param max the greatest value seen
     */
    public record FeatureWeight(double weight, double min, double max) {

        public FeatureWeight {
            check("weight", weight, WEIGHT_MAX);
            check("min", min, FEATURE_MAX);
            check("max", max, FEATURE_MAX);
            if (min > max) {
                throw new IllegalArgumentException("min " + min + " lies above max " + max);
            }
        }
    }

    public LinearWeights {
        check("bias", bias, WEIGHT_MAX);
        features = List.copyOf(features);
        if (features.size() != FeatureCatalogue.size()) {
            throw new IllegalArgumentException(
                    "%d weights for %d features"
                            .formatted(features.size(), FeatureCatalogue.size()));
        }
    }

    private static void check(String what, double value, double max) {
        if (!(Math.abs(value) <= max)) {
            throw new IllegalArgumentException(
                    what + " must lie in -" + max + " to " + max + ": " + value);
        }
    }
}
