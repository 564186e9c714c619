package holdfast.app.bootstrap;

import holdfast.flink.wire.Arrival;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Time stands still until the tick that ends history: each activity settles what it has overtaken,
 * and the tick settles the rest.
 */
final class LiveFromWatermarks implements WatermarkGenerator<Arrival> {

    @Override
    public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
        if (arrival.kind() == Arrival.Kind.TICK) {
            output.emitWatermark(new Watermark(arrival.timeMillis() - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
}
