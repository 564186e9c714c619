package holdfast.flink.operator;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/**
 * One of several tasks of the churn operator, with its metrics. It takes its own customers only.
 */
final class TestingTask extends AbstractStreamOperatorTestHarness<EncodedRecord> {

    static final int KEY_GROUPS = 16;
    static final String TOPIC = "clickstream.events.v1";

    final TestingMeters meters;

    private final ChurnOperator churn;
    private final int tasks;
    private final int index;
    private long offset;

    private TestingTask(ChurnOperator operator, TestingMeters meters, int tasks, int index)
            throws Exception {
        super(
                operator,
                new MockEnvironmentBuilder()
                        .setMetricGroup(meters.task())
                        .setMaxParallelism(KEY_GROUPS)
                        .setParallelism(tasks)
                        .setSubtaskIndex(index)
                        .build());
        churn = operator;
        this.meters = meters;
        this.tasks = tasks;
        this.index = index;
        getExecutionConfig().enableObjectReuse();
        config.setStateKeySerializer(
                Types.STRING.createSerializer(getExecutionConfig().getSerializerConfig()));
        config.setStatePartitioner(0, (Arrival arrival) -> arrival.customerId());
        config.serializeAllConfigs();
        setStateBackend(new HashMapStateBackend());
        setup(
                CodecTypes.ENCODED_RECORD.createSerializer(
                        getExecutionConfig().getSerializerConfig()));
    }

    static TestingTask begun(ScoringStart start, Metering metering) throws Exception {
        TestingTask task =
                new TestingTask(new ChurnOperator(start, metering), new TestingMeters(), 1, 0);
        task.open();
        return task;
    }

    /** The task of an index, from the very beginning. */
    static TestingTask begun(ScoringStart start, int tasks, int index) throws Exception {
        TestingTask task =
                new TestingTask(
                        new ChurnOperator(start, Metering.plain()),
                        new TestingMeters(),
                        tasks,
                        index);
        task.open();
        return task;
    }

    /** The task of an index that goes on from what all tasks before have left. */
    static TestingTask restored(
            ScoringStart start,
            Metering metering,
            OperatorSubtaskState left,
            int tasksBefore,
            int tasks,
            int index)
            throws Exception {
        TestingTask task =
                new TestingTask(
                        new ChurnOperator(start, metering), new TestingMeters(), tasks, index);
        task.initializeState(repartitionOperatorState(left, KEY_GROUPS, tasksBefore, tasks, index));
        task.open();
        return task;
    }

    /** Takes an activity if its customer is one of this task's. */
    void act(String customer, long timeMillis) throws Exception {
        act(TOPIC, customer, timeMillis);
    }

    void act(String topic, String customer, long timeMillis) throws Exception {
        Activity activity =
                new Activity(
                        customer, timeMillis, "Product Viewed", 0, 0, 0, SourceKind.CLICKSTREAM);
        take(Arrival.activity(new Origin(topic, 0, offset++, timeMillis), activity));
    }

    /** Takes an arrival if its customer is one of this task's. */
    void take(Arrival arrival) throws Exception {
        if (KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        arrival.customerId(), KEY_GROUPS, tasks)
                == index) {
            StreamRecord<Arrival> element = new StreamRecord<>(arrival, arrival.timeMillis());
            churn.setKeyContextElement1(element);
            churn.processElement1(element);
        }
    }

    void publish(Publication.Kind kind, long effectiveFromMillis, String text) throws Exception {
        churn.processElement2(
                new StreamRecord<>(
                        new Publication(
                                kind,
                                new Origin(TOPIC, 0, offset++, effectiveFromMillis),
                                effectiveFromMillis,
                                text.getBytes(StandardCharsets.UTF_8))));
    }

    void watermark(long millis) throws Exception {
        churn.processWatermark1(new Watermark(millis));
    }

    double meter(String series) {
        return meters.of(series);
    }
}
