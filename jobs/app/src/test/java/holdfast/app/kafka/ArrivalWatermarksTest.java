package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class ArrivalWatermarksTest {

    private static final long NOW = 1_790_000_000_000L;

    private final ManualClock activity = new ManualClock(1_000_000);
    private final TestingOutput output = new TestingOutput();
    private final ArrivalWatermarks partition =
            new ArrivalWatermarks(
                    new EventClock(500),
                    new Idleness(Duration.ofSeconds(1), Duration.ofSeconds(5)),
                    activity,
                    () -> NOW);

    @Test
    void isIdleSoonAfterARecordThatWasReadFresh() {
        read(NOW - 100);

        assertThat(isIdleAfter(900)).isFalse();
        assertThat(isIdleAfter(200)).isTrue();
    }

    @Test
    void isNotIdleSoSoonWhileItWorksOffABacklog() {
        read(NOW - 60_000);

        assertThat(isIdleAfter(4_900)).isFalse();
        assertThat(isIdleAfter(200)).isTrue();
    }

    @Test
    void isNotIdleSoSoonBeforeItsFirstRecord() {
        assertThat(isIdleAfter(4_900)).isFalse();
        assertThat(isIdleAfter(200)).isTrue();
    }

    @Test
    void isNoLongerBehindOnceItReadsAFreshRecord() {
        read(NOW - 60_000);
        read(NOW);

        assertThat(isIdleAfter(1_100)).isTrue();
    }

    private void read(long kafkaTimestampMillis) {
        Activity event =
                new Activity("c-1", kafkaTimestampMillis, "view", 0, 0, 0, SourceKind.CLICKSTREAM);
        Origin origin = new Origin("clickstream.events.v1", 0, 0, kafkaTimestampMillis);
        partition.onEvent(Arrival.activity(origin, event), kafkaTimestampMillis, output);
        partition.onPeriodicEmit(output);
    }

    private boolean isIdleAfter(long millis) {
        output.idle = false;
        partition.onPeriodicEmit(output); // starts the idle timer
        activity.advanceTime(Duration.ofMillis(millis));
        partition.onPeriodicEmit(output);
        return output.idle;
    }

    private static final class TestingOutput implements WatermarkOutput {

        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
