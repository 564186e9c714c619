package holdfast.core.learning;

import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.List;

/** The score that serves, as an expert among the others. */
final class LinearExpert implements Expert {

    private final double bias;
    private final List<FeatureWeight> weights;

    LinearExpert(LinearWeights linear) {
        this.bias = linear.bias();
        this.weights = linear.inOrder();
    }

    @Override
    public double logit(double[] features) {
        double logit = bias;
        for (int i = 0; i < features.length; i++) {
            FeatureWeight weight = weights.get(i);
            logit += weight.weight() * Math.max(weight.min(), Math.min(weight.max(), features[i]));
        }
        return logit;
    }
}
