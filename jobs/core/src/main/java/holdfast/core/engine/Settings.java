package holdfast.core.engine;

/**
 * What an operator of the service chooses, apart from the playbook.
 *
 * @param liveFromMillis the instant at which the service goes live: silences that crossed before it
 *     form the opening list; {@link #ALWAYS_LIVE} for none
 * @param warmUpMillis over how long the opening list is spread, most valuable customers first
 * @param scoreStep a change of probability that is worth publishing, in (0, 1]
 */
public record Settings(long liveFromMillis, long warmUpMillis, double scoreStep) {

    /** Live since ever: no opening list. */
    public static final long ALWAYS_LIVE = Long.MIN_VALUE;

    public Settings {
        if (warmUpMillis < 0) {
            throw new IllegalArgumentException(
                    "warmUpMillis must not be negative: " + warmUpMillis);
        }
        if (!(scoreStep > 0 && scoreStep <= 1)) {
            throw new IllegalArgumentException("scoreStep must lie in (0, 1]: " + scoreStep);
        }
    }

    /** Always live, publishing steps of .05. */
    public static Settings defaults() {
        return new Settings(ALWAYS_LIVE, 0, 0.05);
    }
}
