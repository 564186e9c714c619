package holdfast.flink.operator;

import holdfast.core.metrics.ChurnMetric;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Runs the {@link ChurnFunction} by the clock of the arrivals alone.
 *
 * <p>Publications have no part in time: joined watermarks would make the time at which a customer's
 * event finds the operator depend on a race between two inputs, and on whether anything was ever
 * published.
 */
public final class ChurnOperator
        extends CoBroadcastWithKeyedOperator<String, Arrival, Publication, EncodedRecord> {

    private static final long serialVersionUID = 1L;
    private static final int PUBLICATIONS = 1;

    /** What scores can be learned from, in no order. */
    public static final OutputTag<TrainingRecord> TRAINING = ChurnFunction.TRAINING;

    private final ChurnFunction function;
    private final Metering metering;

    public ChurnOperator(ScoringStart start, Metering metering) {
        this(new ChurnFunction(start, metering), metering);
    }

    private ChurnOperator(ChurnFunction function, Metering metering) {
        super(function, List.of(Publications.STATE));
        this.function = function;
        this.metering = metering;
    }

    @Override
    public void open() throws Exception {
        super.open();
        combinedWatermark.updateStatus(PUBLICATIONS, true);
        if (!metering.simulated()) {
            Lag lag =
                    Lag.since(
                            getProcessingTimeService()::getCurrentProcessingTime,
                            function::reachedMillis);
            getMetricGroup().gauge(ChurnMetric.WATERMARK_LAG.metricName(), lag::seconds);
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        super.processWatermark(watermark);
        function.reached(watermark.getTimestamp());
    }

    @Override
    public void processWatermark2(Watermark watermark) {
        // see above
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input != PUBLICATIONS) {
            super.processWatermarkStatus(status, input);
        }
    }
}
