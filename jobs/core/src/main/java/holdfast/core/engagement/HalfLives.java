package holdfast.core.engagement;

/**
 * The three half-lives with which activity fades: short, medium and long, in milliseconds.
 *
 * <p>They are fixed at first deployment, because faded sums cannot be re-faded.
 */
public record HalfLives(long shortMillis, long mediumMillis, long longMillis) {

    /** How many half-lives there are. */
    public static final int COUNT = 3;

    /** Index of the short half-life, a quarter of the horizon. */
    public static final int SHORT = 0;

    /** Index of the medium half-life, one horizon. */
    public static final int MEDIUM = 1;

    /** Index of the long half-life, four horizons. */
    public static final int LONG = 2;

    private static final double LN_2 = Math.log(2);

    public HalfLives {
        if (shortMillis <= 0 || mediumMillis <= shortMillis || longMillis <= mediumMillis) {
            throw new IllegalArgumentException(
                    "half-lives must be positive and rising: %d, %d, %d"
                            .formatted(shortMillis, mediumMillis, longMillis));
        }
    }

    /** The half-life with this index, in milliseconds. */
    public long millis(int index) {
        return switch (index) {
            case SHORT -> shortMillis;
            case MEDIUM -> mediumMillis;
            case LONG -> longMillis;
            default -> throw new IllegalArgumentException("no half-life " + index);
        };
    }

    /** What is left of one after the given time, in [0, 1]; a negative time counts as none. */
    public double fade(int index, long elapsedMillis) {
        if (elapsedMillis <= 0) {
            return 1;
        }
        return Math.exp(-LN_2 * elapsedMillis / millis(index));
    }
}
