package holdfast.core.training;

import holdfast.core.features.FeatureLayout;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stood at an instant, for one outcome. Its arrays are shared, not to be changed.
 */
public final class Snapshot {

    private final Span span;
    private final long valueMinor;
    private final int[] categoryIds;
    private final double[] features;

    /**
     * @param span the activity so far
     * @param valueMinor what is expected of the customer within a horizon, not negative
     * @param categoryIds the categories that the features tell apart, rising
     * @param features in the order of a {@link FeatureLayout} of these categories; the prior's
     *     logit is the one in force at the instant
     */
    public Snapshot(Span span, long valueMinor, int[] categoryIds, double[] features) {
        this.span = span;
        this.valueMinor = valueMinor;
        this.categoryIds = categoryIds;
        this.features = features;
    }

    /**
     * A customer's activity as far as the prior needs it.
     *
     * @param firstMillis the first activity
     * @param lastMillis the last one so far
     * @param activeDays distinct days with activity, at least 1
     */
    public record Span(long firstMillis, long lastMillis, int activeDays) {}

    public Span span() {
        return span;
    }

    /** What is expected of the customer within a horizon, in minor units. */
    public long valueMinor() {
        return valueMinor;
    }

    /** The categories that the features tell apart. */
    public int[] categoryIds() {
        return categoryIds;
    }

    /** The features in the order of their layout. */
    public double[] features() {
        return features;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Snapshot that
                && span.equals(that.span)
                && valueMinor == that.valueMinor
                && Arrays.equals(categoryIds, that.categoryIds)
                && Arrays.equals(features, that.features);
    }

    @Override
    public int hashCode() {
        return Objects.hash(span, valueMinor, Arrays.hashCode(features));
    }

    @Override
    public String toString() {
        return span + ", worth " + valueMinor + ", " + Arrays.toString(features);
    }
}
