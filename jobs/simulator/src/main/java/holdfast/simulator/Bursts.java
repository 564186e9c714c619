package holdfast.simulator;

/**
 * Short times of far heavier traffic.
 *
 * @param shareOfDays share of the days that have one, in [0, 1]
 * @param hours how long it lasts, in [1, 24]
 * @param factor how many times the usual visits, at least 1
 */
public record Bursts(double shareOfDays, int hours, double factor) {
    public Bursts {
        if (!(shareOfDays >= 0 && shareOfDays <= 1)) {
            throw new IllegalArgumentException("shareOfDays must lie in [0, 1]: " + shareOfDays);
        }
        if (hours < 1 || hours > 24) {
            throw new IllegalArgumentException("hours must lie in [1, 24]: " + hours);
        }
        if (!(factor >= 1 && factor <= 1000)) {
            throw new IllegalArgumentException("factor must lie in [1, 1000]: " + factor);
        }
    }

    public static Bursts none() {
        return new Bursts(0, 1, 1);
    }
}
