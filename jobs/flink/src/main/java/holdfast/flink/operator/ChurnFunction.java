package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.ChurnEngine;
import holdfast.core.engine.Guidance;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
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

    /** What scores can be learned from. */
    static final OutputTag<TrainingRecord> TRAINING =
            new OutputTag<>("training", CodecTypes.TRAINING_RECORD);

    /** Why records are refused here that the edge has let pass. */
    static final Set<RejectReason> FINDS =
            Set.of(
                    RejectReason.NEGATIVE_AMOUNT,
                    RejectReason.BAD_MODEL,
                    RejectReason.BAD_PLAYBOOK,
                    RejectReason.BAD_POPULATION);

    private final ScoringStart start;
    private final Metering metering;

    /** How far time has come; metrics read it in threads of their own. */
    private transient volatile long reachedMillis;

    private transient @Nullable FirstStart first;
    private transient @Nullable BroadcastState<String, Publication> kept;
    private transient @Nullable FateCounts fates;
    private transient @Nullable CustomerSums sums;
    private transient @Nullable CustomerStore customers;
    private transient @Nullable Outbox outbox;
    private transient @Nullable DeadLetters deadLetters;
    private transient @Nullable PublicationDesk publications;
    private transient @Nullable ChurnEngine engine;

    ChurnFunction(ScoringStart start, Metering metering) {
        this.start = start;
        this.metering = metering;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        OperatorStateStore store = context.getOperatorStateStore();
        first = new FirstStart(store, start);
        kept = store.getBroadcastState(Publications.STATE);
        fates = new FateCounts(store, metering.topics());
        sums = new CustomerSums(store, getRuntimeContext().getTaskInfo());
        reachedMillis = first.restoredWatermarkMillis();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        requireNonNull(fates).register(metrics);
        requireNonNull(sums).register(metrics);
        deadLetters = new DeadLetters(metering.topics(), FINDS, metrics);
        outbox = new Outbox(start, metering.simulated(), metrics);
        customers = new CustomerStore(getRuntimeContext(), requireNonNull(sums));
        publications =
                new PublicationDesk(
                        TaskGuidance.begin(start, requireNonNull(first)), requireNonNull(kept));
        outbox.expect(publications.guidance());
        if (isFirstTask()) {
            publications.register(metrics, this::reachedMillis);
        }
        engine = new ChurnEngine();
    }

    @Override
    public void processElement(
            Arrival arrival, ReadOnlyContext context, Collector<EncodedRecord> out)
            throws Exception {
        Guidance guidance = requireNonNull(publications).guidance();
        CustomerState customer = requireNonNull(customers).load(context.getCurrentKey());
        Outbox sent = requireNonNull(outbox).to(out, context, arrival.timeMillis());
        Fate fate = fateOf(arrival, customer, watermarkMillis(context.timerService()), guidance);
        requireNonNull(customers).store(customer, context.timerService());
        requireNonNull(fates).count(arrival.origin().topic(), fate);
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
        Guidance guidance = requireNonNull(publications).guidance();
        requireNonNull(engine)
                .onWakeup(
                        customer,
                        watermarkMillis(context.timerService()),
                        guidance,
                        requireNonNull(outbox).to(out, context, timeMillis));
        requireNonNull(customers).store(customer, context.timerService());
    }

    @Override
    public void processBroadcastElement(
            Publication publication, Context context, Collector<EncodedRecord> out)
            throws Exception {
        PublicationDesk desk = requireNonNull(publications);
        RefusedException refusal = desk.take(publication);
        requireNonNull(outbox).expect(desk.guidance());
        if (!isFirstTask() || desk.isOrder(publication)) {
            return; // every task takes every publication; an order was counted at the edge
        }
        requireNonNull(fates)
                .count(
                        publication.origin().topic(),
                        refusal == null ? Fate.SCORED : Fate.DEAD_LETTERED);
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
        requireNonNull(sums).snapshot();
        requireNonNull(first).snapshot(reachedMillis);
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

    /** Notes that everything due by then has been decided. */
    void reached(long watermarkMillis) {
        reachedMillis = Math.max(reachedMillis, watermarkMillis);
    }

    /** The time up to which this task has decided; {@link Long#MIN_VALUE} before any. */
    long reachedMillis() {
        return reachedMillis;
    }

    private boolean isFirstTask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    private long watermarkMillis(TimerService service) {
        return Math.max(
                requireNonNull(first).restoredWatermarkMillis(), service.currentWatermark());
    }
}
