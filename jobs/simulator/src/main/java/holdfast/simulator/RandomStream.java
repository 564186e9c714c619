package holdfast.simulator;

/**
 * A seeded source of draws, equal on every platform and Java release.
 *
 * <p>Not thread-safe; streams of different purposes are independent of each other.
 */
final class RandomStream {
    /*
     * SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). Gamma
     * draws: Marsaglia and Tsang, A simple method for generating gamma variables, 2000. StrictMath
     * throughout, since Math may differ in the last bit between machines.
     */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    static RandomStream of(long seed, long number, Purpose purpose) {
        return new RandomStream(mix(mix(mix(seed) + number) + purpose.code));
    }

    /** A well-spread hash of one number. */
    static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1) from a hash. */
    static double unit(long hash) {
        return (hash >>> 11) * UNIT;
    }

    long nextLong() {
        long drawn = mix(state);
        state += GOLDEN_GAMMA;
        return drawn;
    }

    /** In [0, 1). */
    double nextUnit() {
        return unit(nextLong());
    }

    boolean chance(double probability) {
        return nextUnit() < probability;
    }

    /** In [min, max). */
    long between(long min, long max) {
        return min + (long) (nextUnit() * (max - min));
    }

    /** In [min, max), each order of magnitude equally likely. */
    long betweenByMagnitude(long min, long max) {
        double ratio = (double) max / min;
        return (long) (min * StrictMath.pow(ratio, nextUnit()));
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - nextUnit());
    }

    double gaussian() {
        double radius = StrictMath.sqrt(2 * exponential());
        return radius * StrictMath.cos(2 * StrictMath.PI * nextUnit());
    }

    /** Gamma with the given shape and scale 1. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - nextUnit(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            double cube = v * v * v;
            double bound = 0.5 * x * x + d - d * cube + d * StrictMath.log(StrictMath.max(cube, 0));
            if (v > 0 && StrictMath.log(1 - nextUnit()) < bound) {
                return d * cube;
            }
        }
    }

    /** What a stream is drawn for; a change in one never disturbs another. */
    enum Purpose {
        TRAITS(1),
        VISITS(2),
        TRAFFIC(3),
        NEWCOMER_TRAITS(4),
        NEWCOMER_VISITS(5),
        NEWCOMER_TRAFFIC(6);

        private final long code;

        Purpose(long code) {
            this.code = code;
        }
    }
}
