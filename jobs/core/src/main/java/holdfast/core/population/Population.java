package holdfast.core.population;

/** How a population's values are distributed; so far only that nothing is known. */
public final class Population {

    private Population() {}

    /** No figures yet. */
    public static Population none() {
        return new Population();
    }

    /** Decisions from this instant on use the figures. */
    public long effectiveFromMillis() {
        return 0;
    }

    /** The share of customers worth at least as much, in [0, 1]; NaN while nothing is known. */
    public double shareAbove(long valueMinor) {
        return Double.NaN;
    }
}
