package holdfast.app.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * The demo's calendar: history, then live days of one real second each.
 *
 * <p>It starts so far in the past that a run of an hour ends before the present.
 */
final class DemoTime {

    /** Simulated milliseconds that pass in a real one: a day in a second. */
    static final long SPEED = 86_400;

    static final long DAY_MILLIS = 86_400_000;

    /** Real time between two ticks. */
    static final long TICK_REAL_MILLIS = 200;

    static final long TICK_MILLIS = TICK_REAL_MILLIS * SPEED;

    static final long HISTORY_DAYS = 45;

    static final long START_MILLIS = Instant.parse("2012-01-02T00:00:00Z").toEpochMilli();

    static final long LIVE_FROM_MILLIS = START_MILLIS + HISTORY_DAYS * DAY_MILLIS;

    private DemoTime() {}

    /** What a real duration is in the shop. */
    static Duration simulated(Duration real) {
        return real.multipliedBy(SPEED);
    }

    /** Whole days since the first live instant. */
    static long day(long simulatedMillis) {
        return (simulatedMillis - LIVE_FROM_MILLIS) / DAY_MILLIS;
    }
}
