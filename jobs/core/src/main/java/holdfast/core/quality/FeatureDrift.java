package holdfast.core.quality;

import holdfast.core.features.FeatureFamily;

/**
 * How far one feature has moved.
 *
 * @param feature its id; of a category's with the category's number before it
 * @param index see {@link PopulationStability}
 */
public record FeatureDrift(String feature, FeatureFamily family, double index) {}
