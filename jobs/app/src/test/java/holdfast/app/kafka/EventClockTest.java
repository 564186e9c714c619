package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventClockTest {

    private final EventClock clock = new EventClock(500);

    @Test
    void doesNotRunBeforeTheFirstEvent() {
        assertThat(clock.watermarkMillis()).isEqualTo(EventClock.NOT_STARTED);
    }

    @Test
    void followsTheNewestEventAtTheDistanceOfTheDisorder() {
        clock.onEvent(10_000);
        clock.onEvent(9_700);

        assertThat(clock.watermarkMillis()).isEqualTo(9_499);
    }
}
