package holdfast.app.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Lets the job's time follow a {@link TickClock}. Never idle: without ticks no time passes. */
final class TickWatermarks implements WatermarkGenerator<Tick> {

    private final TickClock clock;

    TickWatermarks(TickClock clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(Tick tick, long eventTimestamp, WatermarkOutput output) {
        clock.onTick(tick.timeMillis(), tick.intervalMillis());
        onPeriodicEmit(output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(clock.watermarkMillis()));
    }
}
