package holdfast.core.metrics;

/**
 * The buckets of every delay, from 5 ms to an hour: finer where a promise is kept or broken (within
 * a second), coarser where something is down.
 */
public final class DelayBuckets {

    /** How many there are, the one without an upper bound included. */
    public static final int COUNT = 18;

    /** The label of a bucket, in which its upper bound stands in seconds. */
    public static final String LABEL = "le";

    /** What follows a histogram's name where its buckets are counted, each alone. */
    public static final String BUCKET = "_bucket";

    /** What follows a histogram's name where its delays are added up, in seconds. */
    public static final String SUM = "_sum";

    private static final String UNBOUNDED = "+Inf";
    private static final double MILLIS_A_SECOND = 1e3;

    private static final long[] MAX_MILLIS = {
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000,
        900_000, 3_600_000
    };

    private DelayBuckets() {}

    /** The bucket of a delay, from 0. */
    public static int of(long millis) {
        int bucket = 0;
        while (bucket < MAX_MILLIS.length && millis > MAX_MILLIS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /** The longest delay in a bucket, in seconds; infinite for the last. */
    public static double maxSeconds(int bucket) {
        return bucket == MAX_MILLIS.length
                ? Double.POSITIVE_INFINITY
                : MAX_MILLIS[bucket] / MILLIS_A_SECOND;
    }

    /** How a bucket's bound is written, such as {@code 0.25}. */
    public static String text(int bucket) {
        return bucket == MAX_MILLIS.length ? UNBOUNDED : Double.toString(maxSeconds(bucket));
    }

    /** The bucket that is written so, or -1 if none is. */
    public static int ofText(String text) {
        for (int bucket = 0; bucket < COUNT; bucket++) {
            if (text(bucket).equals(text)) {
                return bucket;
            }
        }
        return -1;
    }
}
