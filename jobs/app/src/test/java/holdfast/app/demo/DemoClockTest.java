package holdfast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoClockTest {

    private static final long SECOND_NANOS = 1_000_000_000;

    @Test
    void passesADayInASecond() {
        DemoClock clock = new DemoClock(DemoTime.LIVE_FROM_MILLIS, 0);
        long nowMillis = 0;
        for (long nanos = 0; nanos <= 2 * SECOND_NANOS; nanos += SECOND_NANOS / 50) {
            nowMillis = clock.advance(nanos);
        }

        assertThat(nowMillis).isEqualTo(DemoTime.LIVE_FROM_MILLIS + 2 * DemoTime.DAY_MILLIS);
        assertThat(DemoTime.day(nowMillis)).isEqualTo(2);
    }

    @Test
    void fallsBehindRatherThanLeap() {
        DemoClock clock = new DemoClock(0, 0);

        assertThat(clock.advance(60 * SECOND_NANOS)).isEqualTo(DemoTime.TICK_MILLIS);
    }
}
