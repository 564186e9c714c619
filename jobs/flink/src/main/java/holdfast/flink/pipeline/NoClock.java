package holdfast.flink.pipeline;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Takes a stream out of the reckoning of time: it neither moves the clock nor holds it back. */
final class NoClock<T> implements WatermarkGenerator<T> {

    @Override
    public void onEvent(T event, long timestampMillis, WatermarkOutput output) {
        output.emitWatermark(Watermark.MAX_WATERMARK);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(Watermark.MAX_WATERMARK);
    }
}
