package holdfast.core.learning;

/** How much a row counts by the age of what it tells. */
final class Fading {

    /** Older than so many fading times a row counts for nothing. */
    static final double HORIZONS_MAX = 5;

    private Fading() {}

    /**
     * The weight of a row. Snapshots of one customer overlap: an eighth of the horizon apart, eight
     * of them tell about as much as one alone.
     *
     * @param ageHorizons not negative
     * @param fadesHorizons after how long the weight has fallen to 1/e
     */
    static double weight(double ageHorizons, double fadesHorizons) {
        return Math.exp(-ageHorizons / fadesHorizons) / Question.SLICES;
    }
}
