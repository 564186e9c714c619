package holdfast.simulator;

import static holdfast.simulator.RecordTape.DAY_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitRhythmTest {
    private static final long HOUR_MILLIS = DAY_MILLIS / 24;
    private static final long MONDAY_MILLIS = Instant.parse("2024-03-04T00:00:00Z").toEpochMilli();

    private final VisitRhythm plain = new VisitRhythm(1, Bursts.none());

    @Test
    void passesSevenDaysOfBusynessAWeek() {
        long at = MONDAY_MILLIS + 30 * HOUR_MILLIS;

        assertThat(plain.after(at, 7, Long.MAX_VALUE)).isCloseTo(at + 7 * DAY_MILLIS, within(10L));
    }

    @Test
    void crawlsAtNightAndRunsInTheEvening() {
        long night = MONDAY_MILLIS + 2 * HOUR_MILLIS;
        long evening = MONDAY_MILLIS + 19 * HOUR_MILLIS;

        assertThat(plain.after(night, .05, Long.MAX_VALUE) - night).isGreaterThan(4 * HOUR_MILLIS);
        assertThat(plain.after(evening, .05, Long.MAX_VALUE) - evening).isLessThan(HOUR_MILLIS);
    }

    @Test
    void neverComesBeyondTheEnd() {
        long end = MONDAY_MILLIS + DAY_MILLIS;

        assertThat(plain.after(MONDAY_MILLIS, 5, end)).isEqualTo(Customer.NEVER);
        assertThat(plain.after(MONDAY_MILLIS, .5, end)).isLessThan(end);
    }

    @Test
    void addsUpWhereverItIsCut() {
        VisitRhythm bursting = new VisitRhythm(1, new Bursts(.5, 2, 10));
        long millis = MONDAY_MILLIS;
        for (int i = 0; i < 300; i++) {
            millis = bursting.after(millis, .07, Long.MAX_VALUE);
        }

        long atOnce = bursting.after(MONDAY_MILLIS, 21, Long.MAX_VALUE);
        assertThat(millis).isCloseTo(atOnce, within(1000L));
    }

    @Test
    void runsTenTimesFasterInABurst() {
        VisitRhythm bursting = new VisitRhythm(1, new Bursts(1, 1, 10));
        double fastest = 0;
        for (int hour = 0; hour < 24; hour++) {
            fastest = Math.max(fastest, plainMillis(hour) / burstingMillis(bursting, hour));
        }

        assertThat(fastest).isCloseTo(10, within(.01));
    }

    private double plainMillis(int hour) {
        long at = MONDAY_MILLIS + hour * HOUR_MILLIS;
        return plain.after(at, .001, Long.MAX_VALUE) - at;
    }

    private static double burstingMillis(VisitRhythm bursting, int hour) {
        long at = MONDAY_MILLIS + hour * HOUR_MILLIS;
        return bursting.after(at, .001, Long.MAX_VALUE) - at;
    }
}
