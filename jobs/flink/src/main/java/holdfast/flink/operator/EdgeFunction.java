package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.ControlOrder;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Sorts arrivals: those of a customer pass, refused ones become dead letters, and orders for
 * everybody become publications. What history has been taken in of already is a duplicate. Every
 * record that ends here is counted here.
 */
public final class EdgeFunction extends ProcessFunction<Arrival, Arrival>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** The dead letters of this operator. */
    public static final OutputTag<EncodedRecord> DEAD_LETTERS =
            new OutputTag<>("dead-letters", CodecTypes.ENCODED_RECORD);

    /** Orders that concern every customer. */
    public static final OutputTag<Publication> PUBLICATIONS =
            new OutputTag<>("publications", CodecTypes.PUBLICATION);

    private static final byte[] NO_BYTES = {};

    private static final Set<RejectReason> FINDS =
            EnumSet.complementOf(EnumSet.copyOf(ChurnFunction.FINDS));

    private final Metering metering;
    private final long takingInUntilMillis;

    private transient @Nullable FateCounts fates;
    private transient @Nullable HistoryEnd history;
    private transient @Nullable DeadLetters deadLetters;

    public EdgeFunction(Metering metering) {
        this(metering, HistoryEnd.NONE);
    }

    private EdgeFunction(Metering metering, long takingInUntilMillis) {
        this.metering = metering;
        this.takingInUntilMillis = takingInUntilMillis;
    }

    /** For arrivals that are all that customers did before an instant. */
    public static EdgeFunction ofHistory(Metering metering, long untilMillis) {
        return new EdgeFunction(metering, untilMillis);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        fates = new FateCounts(context.getOperatorStateStore(), metering.topics());
        history = new HistoryEnd(context.getOperatorStateStore(), takingInUntilMillis);
    }

    @Override
    public void open(OpenContext context) {
        fates().register(getRuntimeContext().getMetricGroup());
        deadLetters =
                new DeadLetters(metering.topics(), FINDS, getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Arrival> out) {
        switch (arrival.kind()) {
            case TICK -> {} // only its watermark matters
            case UNIDENTIFIED -> count(arrival, Fate.UNIDENTIFIED);
            case REJECTED -> {
                count(arrival, Fate.DEAD_LETTERED);
                context.output(
                        DEAD_LETTERS,
                        requireNonNull(deadLetters)
                                .of(
                                        arrival.origin(),
                                        arrival.reason(),
                                        arrival.detail(),
                                        arrival.bytes()));
            }
            case ACTIVITY -> {
                if (requireNonNull(history).covers(arrival)) {
                    count(arrival, Fate.DUPLICATE);
                } else {
                    out.collect(arrival);
                }
            }
            case CONTROL -> {
                if (arrival.customerId().isEmpty()) {
                    count(arrival, Fate.SCORED);
                    publish(arrival, context);
                } else {
                    out.collect(arrival);
                }
            }
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        fates().snapshot();
        requireNonNull(history).snapshot();
    }

    private static void publish(Arrival arrival, Context context) {
        ControlOrder order = arrival.order();
        boolean pauses = order.action() == ControlAction.PAUSE;
        Publication.Kind kind = pauses ? Publication.Kind.PAUSE : Publication.Kind.RESUME;
        context.output(
                PUBLICATIONS,
                new Publication(kind, arrival.origin(), order.timeMillis(), NO_BYTES));
        if (pauses && order.untilMillis() != 0) {
            context.output(
                    PUBLICATIONS,
                    new Publication(
                            Publication.Kind.RESUME,
                            arrival.origin(),
                            order.untilMillis(),
                            NO_BYTES));
        }
    }

    private void count(Arrival arrival, Fate fate) {
        fates().count(arrival.origin().topic(), fate);
    }

    private FateCounts fates() {
        return requireNonNull(fates, "state is not initialized");
    }
}
