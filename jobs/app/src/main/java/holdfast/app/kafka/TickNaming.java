package holdfast.app.kafka;

import holdfast.core.metrics.ChurnMetric;
import holdfast.flink.operator.Lag;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Makes arrivals of ticks, and tells how old the newest is.
 *
 * <p>Every tick passes here, in the one reader's order. The lag is read in threads of its own.
 */
final class TickNaming extends RichMapFunction<Tick, Arrival> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final boolean simulated;
    private transient volatile long newestMillis;

    /**
     * @param simulated whether ticks tell another time than the wall clock, so that none lags
     */
    TickNaming(String topic, boolean simulated) {
        this.topic = topic;
        this.simulated = simulated;
    }

    @Override
    public void open(OpenContext context) {
        newestMillis = Long.MIN_VALUE;
        if (!simulated) {
            Lag lag = Lag.since(System::currentTimeMillis, () -> newestMillis);
            getRuntimeContext()
                    .getMetricGroup()
                    .gauge(ChurnMetric.TICK_LAG.metricName(), lag::seconds);
        }
    }

    @Override
    public Arrival map(Tick tick) {
        newestMillis = Math.max(newestMillis, tick.timeMillis());
        return Arrival.tick(new Origin(topic, 0, 0, tick.timeMillis()), tick.timeMillis());
    }
}
