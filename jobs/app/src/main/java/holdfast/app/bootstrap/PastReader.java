package holdfast.app.bootstrap;

import static java.util.Objects.requireNonNull;

import holdfast.app.csv.EventLog;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Turns the numbers from 0 on into a history: first what is published, then every event in the
 * order of time, then one tick at the instant at which the service goes live.
 */
final class PastReader extends ProcessFunction<Long, Arrival> {

    private static final long serialVersionUID = 1L;

    /** What is published: the learned model and the population figures. */
    static final OutputTag<Publication> PUBLISHED =
            new OutputTag<>("published", CodecTypes.PUBLICATION);

    /** The accumulator that counts how many numbers have been turned. */
    static final String TAKEN_IN = "taken-in";

    private static final String TOPIC = "history";

    private final History history;
    private final LongCounter takenIn = new LongCounter();
    private transient @Nullable EventLog log;

    PastReader(History history) {
        this.history = history;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        getRuntimeContext().addAccumulator(TAKEN_IN, takenIn);
        log = history.past().read();
    }

    @Override
    public void processElement(Long number, Context context, Collector<Arrival> out) {
        int at = number.intValue();
        if (at == 0) {
            context.output(PUBLISHED, published(Publication.Kind.MODEL, history.model()));
        } else if (at == 1) {
            context.output(PUBLISHED, published(Publication.Kind.POPULATION, history.population()));
        } else {
            out.collect(arrival(at - History.PUBLICATIONS));
        }
        takenIn.add(1);
    }

    private Arrival arrival(int event) {
        if (event == history.past().events()) {
            return Arrival.tick(origin(event, history.liveFromMillis()), history.liveFromMillis());
        }
        EventLog events = requireNonNull(log);
        return Arrival.activity(origin(event, events.timeMillis(event)), events.activity(event));
    }

    private Publication published(Publication.Kind kind, String text) {
        return new Publication(
                kind,
                origin(0, history.liveFromMillis()),
                history.liveFromMillis(),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Origin origin(int offset, long timeMillis) {
        return new Origin(TOPIC, 0, offset, timeMillis);
    }
}
