package holdfast.flink.wire;

/** Figures of the core in the units of messages. */
final class Figures {
    private static final double DAY_MILLIS = 86_400_000;

    private Figures() {}

    static double days(long millis) {
        return millis / DAY_MILLIS;
    }

    /** Percent of customers worth less, from the share worth at least as much; NaN stays. */
    static double percentile(double topShare) {
        return 100 * (1 - topShare);
    }
}
