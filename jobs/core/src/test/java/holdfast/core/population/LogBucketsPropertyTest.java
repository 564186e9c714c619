package holdfast.core.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class LogBucketsPropertyTest {
    @Property
    void putsAnAmountIntoABucketNoWiderThanASixteenth(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long amount) {
        int bucket = LogBuckets.bucketOf(amount);
        long lower = LogBuckets.lowerBound(bucket);

        assertThat(lower).isLessThanOrEqualTo(amount);
        assertThat(amount - lower).isLessThanOrEqualTo(lower / 16);
        assertThat(LogBuckets.bucketOf(lower)).isEqualTo(bucket);
        assertThat(LogBuckets.bucketOf(lower - 1)).isEqualTo(bucket - 1);
    }

    @Property
    void mergesTwoDistributionsIntoTheOneOfAllTheirAmounts(
            @ForAll List<Long> some, @ForAll List<Long> others) {
        List<Long> all = new ArrayList<>(others);
        all.addAll(some);

        assertThat(of(some).plus(of(others))).isEqualTo(of(all));
        assertThat(of(others).plus(of(some))).isEqualTo(of(all));
        assertThat(of(all).minus(of(some))).isEqualTo(of(others));
    }

    @Property
    void forgetsWhatIsRemoved(@ForAll List<Long> kept, @ForAll List<Long> removed) {
        LogBuckets.Builder builder = LogBuckets.builder();
        removed.forEach(builder::add);
        kept.forEach(builder::add);
        removed.forEach(builder::remove);

        assertThat(builder.build()).isEqualTo(of(kept));
    }

    @Property
    void findsTheQuantileOfTheSortedAmountsToWithinTheirBucket(
            @ForAll @NotEmpty List<@LongRange(min = 0) Long> amounts,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        List<Long> sorted = amounts.stream().sorted().toList();
        int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        int bucket = LogBuckets.bucketOf(sorted.get(rank - 1));

        assertThat(of(amounts).quantile(share)).isEqualTo(LogBuckets.lowerBound(bucket));
    }

    @Property
    void fallsInShareAsTheAmountRises(
            @ForAll List<Long> amounts, @ForAll long one, @ForAll long other) {
        LogBuckets buckets = of(amounts);
        long lower = Math.min(one, other);
        long higher = Math.max(one, other);

        assertThat(buckets.shareAtOrAbove(lower))
                .isGreaterThanOrEqualTo(buckets.shareAtOrAbove(higher))
                .isBetween(0.0, 1.0);
        assertThat(buckets.shareAbove(lower))
                .isGreaterThanOrEqualTo(buckets.shareAbove(higher))
                .isLessThanOrEqualTo(buckets.shareAtOrAbove(lower));
    }

    private static LogBuckets of(List<Long> amounts) {
        LogBuckets.Builder builder = LogBuckets.builder();
        amounts.forEach(builder::add);
        return builder.build();
    }
}
