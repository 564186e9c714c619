package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.options.Assignments;
import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier.Context;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class EventClocksTest {

    private static final int STEPS = 40; // of 200 ms: longer than a partition that is behind has

    private final ManualClock activity = new ManualClock(1_000_000);

    @Test
    void partitionsOfOneReaderKnowOfEachOther() throws Exception {
        EventClocks reader = copy();

        assertThat(isIdleWhileOthersTakeTurns(reader, reader)).isTrue();
    }

    @Test
    void thoseOfAnotherReaderDoNot() throws Exception {
        EventClocks shipped = copy();

        assertThat(isIdleWhileOthersTakeTurns(shipped, InstantiationUtil.clone(shipped))).isFalse();
    }

    /** As Flink hands it to a reader. */
    private static EventClocks copy() throws Exception {
        ClockSettings settings = ClockSettings.of(Assignments.read(List.of()).options());
        return InstantiationUtil.clone(new EventClocks(settings));
    }

    private boolean isIdleWhileOthersTakeTurns(EventClocks mine, EventClocks others) {
        WatermarkGenerator<Arrival> partition = mine.createWatermarkGenerator(new TestingContext());
        List<WatermarkGenerator<Arrival>> turns = new ArrayList<>();
        turns.add(others.createWatermarkGenerator(new TestingContext()));
        turns.add(others.createWatermarkGenerator(new TestingContext()));
        Origin origin = new Origin("clickstream.events.v1", 0, 0, 1_000);
        Activity old = new Activity("c-1", 1_000, "view", 0, 0, 0, SourceKind.CLICKSTREAM);
        TestingOutput output = new TestingOutput();
        for (int step = 0; step < STEPS; step++) {
            turns.get(step % 2).onEvent(Arrival.activity(origin, old), 1_000, new TestingOutput());
            activity.advanceTime(Duration.ofMillis(200));
            partition.onPeriodicEmit(output);
        }
        return output.idle;
    }

    private final class TestingContext implements Context {

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return activity;
        }
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
