package holdfast.core.population;

import java.util.Arrays;

/**
 * How many amounts fall into each of a fixed set of buckets that widen with the amount.
 *
 * <p>Immutable. Counts are exact, so distributions add up and come apart again without error. At
 * most {@value #BUCKETS} buckets, whatever is counted.
 */
public final class LogBuckets {
    /*
     * Every octave has 16 buckets of equal width, so a bucket is at most 1/16 wider than its lower
     * bound; below 16 each whole amount has its own. Only integers are involved: every machine
     * puts an amount into the same bucket. Bucket 0 holds zero and everything negative.
     */
    private static final int PER_OCTAVE_BITS = 4;
    private static final int PER_OCTAVE = 1 << PER_OCTAVE_BITS;

    /** One bucket for nothing, 15 for single amounts, and 16 for each octave up to 2^63. */
    static final int BUCKETS = PER_OCTAVE + (63 - PER_OCTAVE_BITS) * PER_OCTAVE;

    private static final LogBuckets EMPTY = new LogBuckets(new long[BUCKETS]);

    private final long[] counts;
    private final long[] countsAtOrAbove; // from this bucket up; one more, which is 0

    private LogBuckets(long[] counts) {
        this.counts = counts;
        this.countsAtOrAbove = new long[BUCKETS + 1];
        for (int bucket = BUCKETS - 1; bucket >= 0; bucket--) {
            countsAtOrAbove[bucket] = countsAtOrAbove[bucket + 1] + counts[bucket];
        }
    }

    /** The distribution of nothing. */
    public static LogBuckets empty() {
        return EMPTY;
    }

    /** A builder that starts from nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The bucket of an amount, from 0 to {@value #BUCKETS} - 1; it never falls as amounts rise. */
    static int bucketOf(long amount) {
        if (amount < PER_OCTAVE) {
            return (int) Math.max(0, amount);
        }
        int octave = 63 - Long.numberOfLeadingZeros(amount);
        int within = (int) (amount >>> (octave - PER_OCTAVE_BITS)) & (PER_OCTAVE - 1);
        return PER_OCTAVE + (octave - PER_OCTAVE_BITS) * PER_OCTAVE + within;
    }

    /** The smallest amount of a bucket; 0 for the bucket of zero and everything negative. */
    static long lowerBound(int bucket) {
        if (bucket < PER_OCTAVE) {
            return bucket;
        }
        int octave = bucket / PER_OCTAVE - 1 + PER_OCTAVE_BITS;
        long within = bucket % PER_OCTAVE;
        return (PER_OCTAVE + within) << (octave - PER_OCTAVE_BITS);
    }

    /** How many amounts are counted. */
    public long count() {
        return countsAtOrAbove[0];
    }

    /** How many amounts are counted in a bucket. */
    long count(int bucket) {
        return counts[bucket];
    }

    /**
     * The amount at or below which this share of the amounts lie, rounded down to its bucket; 0 if
     * nothing is counted.
     *
     * @param share from 0 to 1
     */
    public long quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in 0 to 1: " + share);
        }
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (count() - countsAtOrAbove[bucket + 1] >= rank) {
                return lowerBound(bucket);
            }
        }
        return 0;
    }

    /** The share of amounts in this amount's bucket or a higher one; 0 if nothing is counted. */
    public double shareAtOrAbove(long amount) {
        return share(countsAtOrAbove[bucketOf(amount)]);
    }

    /** The share of amounts in a higher bucket than this amount's; 0 if nothing is counted. */
    public double shareAbove(long amount) {
        return share(countsAtOrAbove[bucketOf(amount) + 1]);
    }

    /** Both distributions together. */
    public LogBuckets plus(LogBuckets other) {
        return builder().addAll(this).addAll(other).build();
    }

    /**
     * This distribution without the amounts of the other.
     *
     * @throws IllegalArgumentException if the other has amounts that this one lacks
     */
    public LogBuckets minus(LogBuckets other) {
        return builder().addAll(this).removeAll(other).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogBuckets that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count() + " amounts, half of them up to " + quantile(0.5);
    }

    private double share(long part) {
        return count() == 0 ? 0 : (double) part / count();
    }

    /** Counts amounts one by one. Not thread safe. */
    public static final class Builder {
        private final long[] counts = new long[BUCKETS];

        private Builder() {}

        public Builder add(long amount) {
            return addTo(bucketOf(amount), 1);
        }

        /**
         * Takes back an amount added before.
         *
         * @throws IllegalArgumentException if its bucket is empty
         */
        public Builder remove(long amount) {
            return addTo(bucketOf(amount), -1);
        }

        /** Adds every amount of a distribution. */
        public Builder addAll(LogBuckets amounts) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                addTo(bucket, amounts.counts[bucket]);
            }
            return this;
        }

        /**
         * Takes back every amount of a distribution.
         *
         * @throws IllegalArgumentException if one of them was not added before
         */
        public Builder removeAll(LogBuckets amounts) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                addTo(bucket, -amounts.counts[bucket]);
            }
            return this;
        }

        Builder addTo(int bucket, long count) {
            long sum = Math.addExact(counts[bucket], count);
            if (sum < 0) {
                throw new IllegalArgumentException(
                        "more amounts removed than added at " + lowerBound(bucket));
            }
            counts[bucket] = sum;
            return this;
        }

        public LogBuckets build() {
            return new LogBuckets(counts.clone());
        }
    }
}
