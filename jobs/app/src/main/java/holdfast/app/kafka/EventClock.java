package holdfast.app.kafka;

/**
 * How far one partition's good events have come in time: the newest seen, less the disorder
 * allowed. Not thread-safe.
 */
final class EventClock {

    /** Before any event. */
    static final long NOT_STARTED = Long.MIN_VALUE;

    private final long disorderMillis;
    private long newestMillis = NOT_STARTED;

    EventClock(long disorderMillis) {
        this.disorderMillis = disorderMillis;
    }

    /** Takes the time of an event that passed every check; a rejected one must not come here. */
    void onEvent(long timeMillis) {
        newestMillis = Math.max(newestMillis, timeMillis);
    }

    /** Every event up to here has been seen; {@link #NOT_STARTED} before the first. */
    long watermarkMillis() {
        return newestMillis == NOT_STARTED ? NOT_STARTED : newestMillis - disorderMillis - 1;
    }
}
