package holdfast.simulator;

/**
 * The shop's clock of busyness: how much visiting each hour of each day carries, 1 a day in the
 * mean of a week without bursts.
 *
 * <p>Stateless and deterministic; safe to share between threads.
 */
final class VisitRhythm {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** Monday first; the sum is 7. */
    private static final double[] WEEKDAYS = {.9, .9, .95, 1.0, 1.05, 1.2, 1.0};

    /** Relative busyness of the hours of a day, UTC. */
    private static final int[] HOURS = {
        4, 2, 1, 1, 1, 2, 5, 9, 12, 13, 14, 15, 16, 15, 14, 14, 15, 17, 20, 23, 22, 18, 12, 7
    };

    /** Busyness before each hour of a day, from 0 to 1. */
    private final double[] before = new double[25];

    private final long seed;
    private final Bursts bursts;

    VisitRhythm(long seed, Bursts bursts) {
        this.seed = RandomStream.mix(seed);
        this.bursts = bursts;
        double sum = 0;
        for (int hour : HOURS) {
            sum += hour;
        }
        for (int hour = 0; hour < 24; hour++) {
            before[hour + 1] = before[hour] + HOURS[hour] / sum;
        }
        before[24] = 1;
    }

    /**
     * The instant at which so much busyness has passed since {@code fromMillis}, or {@link
     * Customer#NEVER} if it lies beyond {@code untilMillis}.
     */
    long after(long fromMillis, double busyness, long untilMillis) {
        long day = Math.floorDiv(fromMillis, DAY_MILLIS);
        double rest = busyness + passed(day, Math.floorMod(fromMillis, DAY_MILLIS));
        while (true) {
            double whole = upTo(day, 24);
            if (rest < whole) {
                break;
            }
            rest -= whole;
            day++;
            if (day * DAY_MILLIS > untilMillis) {
                return Customer.NEVER;
            }
        }
        long millis = day * DAY_MILLIS + offsetMillis(day, rest);
        return millis > untilMillis ? Customer.NEVER : Math.max(fromMillis, millis);
    }

    private double passed(long day, long offsetMillis) {
        int hour = (int) (offsetMillis / HOUR_MILLIS);
        double part = (double) (offsetMillis % HOUR_MILLIS) / HOUR_MILLIS;
        double lower = upTo(day, hour);
        return lower + part * (upTo(day, hour + 1) - lower);
    }

    private long offsetMillis(long day, double rest) {
        int hour = 0;
        while (hour < 23 && upTo(day, hour + 1) <= rest) {
            hour++;
        }
        double lower = upTo(day, hour);
        double part = (rest - lower) / (upTo(day, hour + 1) - lower);
        return Math.min(DAY_MILLIS - 1, (long) ((hour + part) * HOUR_MILLIS));
    }

    /** The day's busyness before an hour. */
    private double upTo(long day, int hour) {
        double plain = before[hour];
        int start = burstHour(day);
        if (start >= 0 && hour > start) {
            int end = Math.min(hour, start + bursts.hours());
            plain += (bursts.factor() - 1) * (before[end] - before[start]);
        }
        return plain * WEEKDAYS[(int) Math.floorMod(day + 3, 7L)];
    }

    /** The hour at which the day's burst begins, or -1. */
    private int burstHour(long day) {
        long hash = RandomStream.mix(seed + day);
        if (RandomStream.unit(hash) >= bursts.shareOfDays()) {
            return -1;
        }
        return (int) Math.floorMod(RandomStream.mix(hash), 25L - bursts.hours());
    }
}
