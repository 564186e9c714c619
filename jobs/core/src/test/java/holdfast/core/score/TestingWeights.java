package holdfast.core.score;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Weights for tests. */
final class TestingWeights {

    private TestingWeights() {}

    /** Only the given weights, in a wide range; the others are nothing. */
    static LinearWeights of(double bias, Map<Feature, Double> weights) {
        List<FeatureWeight> features = new ArrayList<>();
        for (Feature feature : FeatureCatalogue.features()) {
            features.add(new FeatureWeight(weights.getOrDefault(feature, 0.0), -100, 100));
        }
        return new LinearWeights(bias, features);
    }

    /** Weights as a fit might find them. */
    static LinearWeights random(Random random) {
        List<FeatureWeight> features = new ArrayList<>();
        for (int i = 0; i < FeatureCatalogue.size(); i++) {
            double min = random.nextGaussian();
            features.add(
                    new FeatureWeight(random.nextGaussian(), min, min + 3 * random.nextDouble()));
        }
        return new LinearWeights(random.nextGaussian(), features);
    }
}
