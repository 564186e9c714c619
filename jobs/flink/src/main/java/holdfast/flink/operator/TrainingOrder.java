package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sorts training records by time, as one task for the whole job.
 *
 * <p>A record waits until no task of the engine will tell anything before it: so the first record
 * after an instant says that everything up to the instant has been told, and whoever reads needs no
 * clock. A record that is late by then goes out with the next ones. After a restart some come
 * again, in order. Holds what lies ahead of the watermark: as much as events may be displaced. The
 * infinite watermark that ends a bounded or drained run sends nothing.
 */
public final class TrainingOrder extends AbstractStreamOperator<EncodedRecord>
        implements OneInputStreamOperator<TrainingRecord, EncodedRecord> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable WaitingRecords waiting;
    private transient @Nullable ListState<TrainingRecord> kept;
    private transient @Nullable TrainingMessages messages;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new WaitingRecords();
        messages = new TrainingMessages();
        kept =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("ahead", CodecTypes.TRAINING_RECORD));
        for (TrainingRecord record : kept.get()) {
            waiting.add(record);
        }
    }

    @Override
    public void processElement(StreamRecord<TrainingRecord> element) {
        requireNonNull(waiting).add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (watermark.getTimestamp() != Watermark.MAX_WATERMARK.getTimestamp()) {
            send(watermark.getTimestamp());
        }
        super.processWatermark(watermark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        requireNonNull(kept).update(requireNonNull(waiting).all());
    }

    private void send(long watermarkMillis) {
        List<TrainingRecord> due = requireNonNull(waiting).takeDue(watermarkMillis);
        for (int i = 0; i < due.size(); i++) {
            TrainingRecord next = due.get(i);
            output.collect(
                    new StreamRecord<>(requireNonNull(messages).encoded(next), next.atMillis()));
        }
    }
}
