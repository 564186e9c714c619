package holdfast.app.replay;

/** How much event time lies between two ticks of a replay. */
final class TickStep {

    private static final double REAL_MILLIS = 250;
    private static final int STEPS_OF_A_HORIZON = 240;
    private static final long SECOND_MILLIS = 1_000;

    private TickStep() {}

    /**
     * Four ticks a real second, but no fewer than 240 a horizon: silence is noticed as sharply as
     * that.
     */
    static long millis(Speed speed, long horizonMillis) {
        long coarsest = Math.max(SECOND_MILLIS, horizonMillis / STEPS_OF_A_HORIZON);
        if (speed.unlimited()) {
            return coarsest;
        }
        long paced = Math.round(speed.factor() * REAL_MILLIS);
        return Math.min(coarsest, Math.max(SECOND_MILLIS, paced));
    }
}
