package holdfast.app.kafka;

import holdfast.flink.wire.Arrival;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Lets a partition's time follow its good events.
 *
 * <p>A record that is refused neither moves time nor counts as a sign of life: a partition of
 * nothing but broken records is idle and holds nobody back.
 */
final class ArrivalWatermarks implements WatermarkGenerator<Arrival> {

    private final WatermarkGenerator<Arrival> good;

    ArrivalWatermarks(EventClock clock, Duration idleness, RelativeClock activity) {
        this.good = new WatermarksWithIdleness<>(new GoodEvents(clock), idleness, activity);
    }

    @Override
    public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
        switch (arrival.kind()) {
            case ACTIVITY, UNIDENTIFIED -> good.onEvent(arrival, eventTimestamp, output);
            case CONTROL, TICK, REJECTED -> {}
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        good.onPeriodicEmit(output);
    }

    private record GoodEvents(EventClock clock) implements WatermarkGenerator<Arrival> {

        @Override
        public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
            clock.onEvent(arrival.timeMillis());
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(clock.watermarkMillis()));
        }
    }
}
