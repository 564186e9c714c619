package holdfast.app.kafka;

import holdfast.flink.wire.Arrival;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of the partitions that one reader reads, which know of each other. Each reader has a
 * copy of its own. Not thread-safe.
 */
final class EventClocks implements WatermarkGeneratorSupplier<Arrival> {

    private static final long serialVersionUID = 1L;

    private final long disorderMillis;
    private final Idleness idleness;
    private transient @Nullable EventReader reader;

    EventClocks(ClockSettings settings) {
        this.disorderMillis = settings.disorder().toMillis();
        this.idleness = settings.idleness();
    }

    @Override
    public WatermarkGenerator<Arrival> createWatermarkGenerator(Context context) {
        return new ArrivalWatermarks(
                new EventClock(disorderMillis),
                reader(),
                idleness,
                context.getInputActivityClock());
    }

    private EventReader reader() {
        EventReader known = reader;
        if (known == null) {
            known = new EventReader(System::currentTimeMillis);
            reader = known;
        }
        return known;
    }
}
