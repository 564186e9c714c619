package holdfast.core.score;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights of a logistic regression over the feature catalogue.
 *
 * @param bias the logit where every feature is 0; within ±{@value #WEIGHT_MAX}
 * @param features one for each feature of the catalogue, in its order
 * @param categories for each category told apart, one for each of its features, in their order
 */
public record LinearWeights(
        double bias,
        List<FeatureWeight> features,
        SortedMap<Integer, List<FeatureWeight>> categories) {

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
        checkCount(features, FeatureCatalogue.size());
        SortedMap<Integer, List<FeatureWeight>> copy = new TreeMap<>();
        for (var category : categories.entrySet()) {
            checkCount(category.getValue(), CategoryFeature.all().size());
            copy.put(category.getKey(), List.copyOf(category.getValue()));
        }
        categories = Collections.unmodifiableSortedMap(copy);
    }

    /** Weights that tell no category apart. */
    public LinearWeights(double bias, List<FeatureWeight> features) {
        this(bias, features, new TreeMap<>());
    }

    /** Where each weight belongs. */
    FeatureLayout layout() {
        return FeatureLayout.of(categories.keySet());
    }

    /** All weights in the order of the layout. */
    public List<FeatureWeight> inOrder() {
        List<FeatureWeight> all = new ArrayList<>(features);
        categories.values().forEach(all::addAll);
        return all;
    }

    private static void checkCount(List<FeatureWeight> weights, int count) {
        if (weights.size() != count) {
            throw new IllegalArgumentException(
                    "%d weights for %d features".formatted(weights.size(), count));
        }
    }

    private static void check(String what, double value, double max) {
        if (!(Math.abs(value) <= max)) {
            throw new IllegalArgumentException(
                    what + " must lie in -" + max + " to " + max + ": " + value);
        }
    }
}
