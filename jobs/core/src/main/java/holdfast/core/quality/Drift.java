package holdfast.core.quality;

import holdfast.core.features.FeatureFamily;
import java.util.List;

/**
 * How far the customers of the newest horizon are from those whose horizon has passed.
 *
 * @param rows snapshots of the newest horizon
 * @param rowsBefore snapshots whose horizon has passed
 * @param indexByChance the mean index of a feature that has not moved, on so many customers
 * @param pastRhythm the share of customers, at their newest grid point, who have been silent for
 *     more than twice their usual gap; NaN of nobody
 * @param pastRhythmBefore the same share of the snapshots before
 * @param features each feature's index, in the order of the layout; empty where there is nothing to
 *     compare
 */
public record Drift(
        int rows,
        int rowsBefore,
        double indexByChance,
        double pastRhythm,
        double pastRhythmBefore,
        List<FeatureDrift> features) {

    private static final Drift NONE =
            new Drift(0, 0, Double.NaN, Double.NaN, Double.NaN, List.of());

    public Drift {
        features = List.copyOf(features);
    }

    /** Nothing to compare. */
    public static Drift none() {
        return NONE;
    }

    /** The index of the feature that moved furthest; NaN of none. */
    public double max() {
        return features.stream().mapToDouble(FeatureDrift::index).max().orElse(Double.NaN);
    }

    /** The same among the features of a family. */
    public double max(FeatureFamily family) {
        return features.stream()
                .filter(feature -> feature.family() == family)
                .mapToDouble(FeatureDrift::index)
                .max()
                .orElse(Double.NaN);
    }
}
