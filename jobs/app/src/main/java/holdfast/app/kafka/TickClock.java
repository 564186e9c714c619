package holdfast.app.kafka;

/**
 * How far ticks let time advance. Not thread-safe.
 *
 * <p>A gap between ticks means that the broker was away, and with it every producer's events: they
 * come when it is back, later than the first ticks. So after a gap, and after a start, time stands
 * still until ticks have been continuous for the settle time. Ticks of equal time do not count: a
 * writer that delivers its own backlog in one burst proves nothing.
 */
final class TickClock {

    /** Before time may move. */
    static final long NOT_STARTED = Long.MIN_VALUE;

    private static final int INTERVALS_OF_A_GAP = 5;

    private final TickPace pace;
    private final long disorderMillis;
    private long newestMillis = NOT_STARTED;
    private long continuousSinceMillis = NOT_STARTED;
    private long watermarkMillis = NOT_STARTED;

    TickClock(TickPace pace, long disorderMillis) {
        this.pace = pace;
        this.disorderMillis = disorderMillis;
    }

    /**
     * Takes a tick. One that is not newer than all before it changes nothing.
     *
     * @param timeMillis the timestamp of its record
     * @param intervalMillis the time to the next tick that its writer promises
     */
    void onTick(long timeMillis, long intervalMillis) {
        if (timeMillis <= newestMillis) {
            return;
        }
        if (isGap(timeMillis, intervalMillis)) {
            continuousSinceMillis = timeMillis;
        }
        newestMillis = timeMillis;
        if (timeMillis - continuousSinceMillis >= pace.settleMillis(intervalMillis)) {
            watermarkMillis = timeMillis - disorderMillis - 1;
        }
    }

    /** How far time has come; it stands still after a gap. */
    long watermarkMillis() {
        return watermarkMillis;
    }

    private boolean isGap(long timeMillis, long intervalMillis) {
        return newestMillis == NOT_STARTED
                || timeMillis - newestMillis > INTERVALS_OF_A_GAP * intervalMillis;
    }
}
