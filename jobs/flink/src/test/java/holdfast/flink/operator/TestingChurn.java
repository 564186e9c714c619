package holdfast.flink.operator;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.ControlOrder;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.AbstractKeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The churn operator alone, fed by hand. */
final class TestingChurn implements AutoCloseable {

    static final long DAY = 86_400_000L;
    static final long T0 = 1_700_000_000_000L;

    private final KeyedBroadcastOperatorTestHarness<String, Arrival, Publication, EncodedRecord>
            harness;
    private long offset;

    private TestingChurn(ScoringStart start) throws Exception {
        harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new ChurnOperator(start, Metering.plain()),
                        Arrival::customerId,
                        Types.STRING,
                        1,
                        1,
                        0);
        harness.getExecutionConfig().enableObjectReuse();
    }

    static TestingChurn opened(ScoringStart start) throws Exception {
        TestingChurn churn = new TestingChurn(start);
        churn.harness.setup(CodecTypes.ENCODED_RECORD.createSerializer(churn.serializers()));
        churn.harness.open();
        return churn;
    }

    static TestingChurn on(StateBackend backend, ScoringStart start) throws Exception {
        TestingChurn churn = new TestingChurn(start);
        churn.harness.setStateBackend(backend);
        churn.harness.setup(CodecTypes.ENCODED_RECORD.createSerializer(churn.serializers()));
        churn.harness.open();
        return churn;
    }

    static TestingChurn restored(
            StateBackend backend, ScoringStart start, OperatorSubtaskState snapshot)
            throws Exception {
        TestingChurn churn = new TestingChurn(start);
        churn.harness.setStateBackend(backend);
        churn.harness.setup(CodecTypes.ENCODED_RECORD.createSerializer(churn.serializers()));
        churn.harness.initializeState(snapshot);
        churn.harness.open();
        return churn;
    }

    private org.apache.flink.api.common.serialization.SerializerConfig serializers() {
        return harness.getExecutionConfig().getSerializerConfig();
    }

    void act(String customer, long timeMillis) throws Exception {
        act(customer, timeMillis, "Product Viewed", 0, "");
    }

    void act(String customer, long timeMillis, String name, long amountMinor, String messageId)
            throws Exception {
        Activity activity =
                new Activity(
                        customer,
                        timeMillis,
                        name,
                        amountMinor,
                        0,
                        messageId.isEmpty() ? 0 : Hashes.hash64(messageId),
                        SourceKind.CLICKSTREAM);
        byte[] bytes = amountMinor < 0 ? "original".getBytes(StandardCharsets.UTF_8) : new byte[0];
        take(Arrival.activity(origin(timeMillis), activity, bytes));
    }

    void report(String customer, long timeMillis, String disposition) throws Exception {
        take(
                Arrival.activity(
                        origin(timeMillis),
                        new Activity(
                                customer, timeMillis, disposition, 0, 0, 0, SourceKind.OUTCOME)));
    }

    void order(ControlAction action, String customer, long timeMillis, long untilMillis)
            throws Exception {
        take(
                Arrival.control(
                        origin(timeMillis),
                        new ControlOrder(action, customer, timeMillis, untilMillis, 0)));
    }

    void take(Arrival arrival) throws Exception {
        harness.processElement(arrival, arrival.timeMillis());
    }

    void publish(Publication.Kind kind, long effectiveFromMillis, String text) throws Exception {
        harness.processBroadcastElement(
                new Publication(
                        kind,
                        new Origin("churn.playbooks.v1", 0, offset++, effectiveFromMillis),
                        effectiveFromMillis,
                        text.getBytes(StandardCharsets.UTF_8)),
                effectiveFromMillis);
    }

    void watermark(long millis) throws Exception {
        harness.processWatermark(millis);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<EncodedRecord> out() {
        return harness.extractOutputValues();
    }

    /** What was told to be learned from. */
    List<TrainingRecord> told() {
        Queue<StreamRecord<TrainingRecord>> told = harness.getSideOutput(ChurnOperator.TRAINING);
        return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
    }

    List<String> alerts() {
        return texts(EncodedRecord.Kind.ALERT);
    }

    List<String> texts(EncodedRecord.Kind kind) {
        return out().stream()
                .filter(record -> record.kind() == kind && record.value() != null)
                .map(
                        record ->
                                new String(
                                        Objects.requireNonNull(record.value()),
                                        StandardCharsets.UTF_8))
                .toList();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    int customers() {
        return ((AbstractKeyedStateBackend<?>) harness.getOperator().getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private Origin origin(long timestampMillis) {
        return new Origin("clickstream.events.v1", 0, offset++, timestampMillis);
    }
}
