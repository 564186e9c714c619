package holdfast.app.kafka;

import holdfast.flink.wire.Arrival;
import java.util.function.LongSupplier;
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

    private final long behindMillis;
    private final LongSupplier wallClock;
    private final WatermarkGenerator<Arrival> whenCaughtUp;
    private final WatermarkGenerator<Arrival> whenBehind;
    private boolean behind = true;

    ArrivalWatermarks(
            EventClock clock, Idleness idleness, RelativeClock activity, LongSupplier wallClock) {
        this.behindMillis = idleness.behind().toMillis();
        this.wallClock = wallClock;
        GoodEvents events = new GoodEvents(clock);
        this.whenCaughtUp = new WatermarksWithIdleness<>(events, idleness.caughtUp(), activity);
        this.whenBehind = new WatermarksWithIdleness<>(events, idleness.behind(), activity);
    }

    @Override
    public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
        switch (arrival.kind()) {
            case ACTIVITY, UNIDENTIFIED -> {
                behind = wallClock.getAsLong() - arrival.origin().timestampMillis() > behindMillis;
                whenCaughtUp.onEvent(arrival, eventTimestamp, output);
                whenBehind.onEvent(arrival, eventTimestamp, output);
            }
            case CONTROL, TICK, REJECTED -> {}
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        (behind ? whenBehind : whenCaughtUp).onPeriodicEmit(output);
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
