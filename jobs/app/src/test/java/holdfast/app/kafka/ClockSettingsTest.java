package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.options.Assignments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockSettingsTest {

    @Test
    void waitsTheLongerTheLessIsKnownOfAPartition() {
        assertThat(idleness()).isEqualTo(seconds(1, 5, 120));
    }

    /** What was read is never fresh by the wall clock, so nothing tells who had caught up. */
    @Test
    void waitsAsForOneThatIsBehindWhenTheClockIsSimulated() {
        assertThat(idleness("clock.simulated=true")).isEqualTo(seconds(5, 5, 120));
    }

    @Test
    void idlenessAloneHoldsInEveryCase() {
        assertThat(idleness("clock.idleness=10s")).isEqualTo(seconds(10, 10, 10));
    }

    @Test
    void unreadIsWaitedForBesideIdleness() {
        assertThat(idleness("clock.unread=1m")).isEqualTo(seconds(1, 5, 60));
        assertThat(idleness("clock.idleness=2s", "clock.unread=1m")).isEqualTo(seconds(2, 2, 60));
    }

    @Test
    void whatIsUnknownIsGivenNoLessTimeThanWhatIsBehind() {
        assertThat(idleness("clock.idleness=10s", "clock.unread=5s"))
                .isEqualTo(seconds(10, 10, 10));
        assertThatThrownBy(() -> seconds(1, 5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Idleness idleness(String... settings) {
        return ClockSettings.of(Assignments.read(List.of(settings)).options()).idleness();
    }

    private static Idleness seconds(int caughtUp, int behind, int unread) {
        return new Idleness(
                Duration.ofSeconds(caughtUp),
                Duration.ofSeconds(behind),
                Duration.ofSeconds(unread));
    }
}
