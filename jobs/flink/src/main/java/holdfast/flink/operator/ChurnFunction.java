package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.ChurnEngine;
import holdfast.core.engine.Guidance;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Carries the engine: loads a customer, lets the engine decide, stores and re-arms.
 *
 * <p>Keeps at most one event-time timer and one value of bounded size for each customer. The
 * infinite watermark that ends a bounded or drained run decides nothing. After a restore time goes
 * on where the checkpoint left it.
 */
final class ChurnFunction
        extends KeyedBroadcastProcessFunction<String, Arrival, Publication, EncodedRecord>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final ScoringStart start;

    private transient @Nullable FirstStart first;
    private transient @Nullable FateCounts fates;
    private transient @Nullable CustomerStore customers;
    private transient @Nullable Outbox outbox;
    private transient @Nullable DeadLetters deadLetters;
    private transient @Nullable PublicationDesk publications;
    private transient @Nullable ChurnEngine engine;
    private transient @Nullable TimerService timers;

    ChurnFunction(ScoringStart start) {
        this.start = start;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        first = new FirstStart(context.getOperatorStateStore(), start);
        fates = new FateCounts(context.getOperatorStateStore());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        requireNonNull(fates).register(getRuntimeContext().getMetricGroup());
        deadLetters = new DeadLetters(getRuntimeContext().getMetricGroup());
        outbox = new Outbox(start.format().encoder(), getRuntimeContext().getMetricGroup());
        customers = new CustomerStore(getRuntimeContext());
        publications =
                new PublicationDesk(
                        TaskGuidance.begin(start, requireNonNull(first)),
                        getRuntimeContext().getMetricGroup());
        engine = new ChurnEngine();
    }

    @Override
    public void processElement(
            Arrival arrival, ReadOnlyContext context, Collector<EncodedRecord> out)
            throws Exception {
        Guidance guidance = guidance(context.getBroadcastState(Publications.STATE));
        CustomerState customer = requireNonNull(customers).load(context.getCurrentKey());
        Outbox sent = outbox(out, context.timerService(), arrival.timeMillis());
        Fate fate = fateOf(arrival, customer, watermarkMillis(context.timerService()), guidance);
        requireNonNull(customers).store(customer, context.timerService());
        requireNonNull(fates).count(fate);
        if (fate == Fate.DEAD_LETTERED) {
            out.collect(
                    requireNonNull(deadLetters)
                            .of(
                                    arrival.origin(),
                                    RejectReason.NEGATIVE_AMOUNT,
                                    arrival.activity().name() + " is no refund in the playbook",
                                    arrival.bytes()));
        }
        sent.arrived(arrival.origin());
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<EncodedRecord> out)
            throws Exception {
        CustomerState customer = requireNonNull(customers).load(context.getCurrentKey());
        requireNonNull(customers).disarm();
        if (context.currentWatermark() == END_OF_INPUT) {
            requireNonNull(customers).write(customer);
            return;
        }
        Guidance guidance = guidance(context.getBroadcastState(Publications.STATE));
        requireNonNull(engine)
                .onWakeup(
                        customer,
                        watermarkMillis(context.timerService()),
                        guidance,
                        outbox(out, context.timerService(), timeMillis));
        requireNonNull(customers).store(customer, context.timerService());
    }

    @Override
    public void processBroadcastElement(
            Publication publication, Context context, Collector<EncodedRecord> out)
            throws Exception {
        PublicationDesk desk = requireNonNull(publications);
        RefusedException refusal =
                desk.take(publication, context.getBroadcastState(Publications.STATE));
        boolean counts = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        if (!counts || desk.isOrder(publication)) {
            return; // every task takes every publication; an order was counted at the edge
        }
        requireNonNull(fates).count(refusal == null ? Fate.SCORED : Fate.DEAD_LETTERED);
        if (refusal != null) {
            out.collect(
                    requireNonNull(deadLetters)
                            .of(
                                    publication.origin(),
                                    refusal.reason(),
                                    refusal.detail(),
                                    publication.value()));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        requireNonNull(fates).snapshot();
        requireNonNull(first)
                .snapshot(
                        timers == null
                                ? requireNonNull(first).restoredWatermarkMillis()
                                : watermarkMillis(timers));
    }

    private Fate fateOf(
            Arrival arrival, CustomerState customer, long watermarkMillis, Guidance guidance) {
        if (arrival.kind() == Arrival.Kind.CONTROL) {
            Orders.carryOut(
                    arrival.order(),
                    customer,
                    requireNonNull(engine),
                    guidance,
                    requireNonNull(outbox));
            return Fate.SCORED;
        }
        return requireNonNull(engine)
                .onActivity(
                        customer,
                        arrival.activity(),
                        watermarkMillis,
                        guidance,
                        requireNonNull(outbox));
    }

    private Guidance guidance(ReadOnlyBroadcastState<String, Publication> state) throws Exception {
        return requireNonNull(publications).guidance(state);
    }

    private Outbox outbox(Collector<EncodedRecord> out, TimerService service, long timeMillis) {
        return requireNonNull(outbox).to(out, service.currentProcessingTime(), timeMillis);
    }

    /** Remembers the timer service, which alone knows how far time has come at a checkpoint. */
    private long watermarkMillis(TimerService service) {
        timers = service;
        return Math.max(
                requireNonNull(first).restoredWatermarkMillis(), service.currentWatermark());
    }
}
