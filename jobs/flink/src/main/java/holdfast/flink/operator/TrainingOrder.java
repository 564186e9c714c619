package holdfast.flink.operator;

import static java.util.Objects.requireNonNull;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final Comparator<TrainingRecord> BY_TIME = TrainingOrder::compare;

    private transient @Nullable ArrayList<TrainingRecord> waiting;
    private transient @Nullable ListState<TrainingRecord> kept;
    private transient @Nullable TrainingMessages messages;
    private transient long earliestMillis;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new ArrayList<>();
        earliestMillis = Long.MAX_VALUE;
        messages = new TrainingMessages();
        kept =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("ahead", CodecTypes.TRAINING_RECORD));
        for (TrainingRecord record : kept.get()) {
            take(record);
        }
    }

    @Override
    public void processElement(StreamRecord<TrainingRecord> element) {
        take(element.getValue());
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
        requireNonNull(kept).update(requireNonNull(waiting));
    }

    private void take(TrainingRecord record) {
        requireNonNull(waiting).add(record);
        earliestMillis = Math.min(earliestMillis, record.atMillis());
    }

    /** Sorts at once what has come since: it comes in runs of rising time, which merge cheaply. */
    private void send(long watermarkMillis) {
        if (earliestMillis > watermarkMillis) {
            return;
        }
        ArrayList<TrainingRecord> records = requireNonNull(waiting);
        records.sort(BY_TIME);
        int sent = 0;
        while (sent < records.size() && records.get(sent).atMillis() <= watermarkMillis) {
            TrainingRecord next = records.get(sent++);
            output.collect(
                    new StreamRecord<>(requireNonNull(messages).encoded(next), next.atMillis()));
        }
        records.subList(0, sent).clear();
        earliestMillis = records.isEmpty() ? Long.MAX_VALUE : records.get(0).atMillis();
    }

    private static int compare(TrainingRecord one, TrainingRecord other) {
        int byTime = Long.compare(one.atMillis(), other.atMillis());
        if (byTime != 0) {
            return byTime;
        }
        int byCustomer = Long.compare(one.customerKey(), other.customerKey());
        if (byCustomer != 0) {
            return byCustomer;
        }
        int byOutcome = Integer.compare(one.outcomeId(), other.outcomeId());
        return byOutcome != 0 ? byOutcome : one.kind().compareTo(other.kind());
    }
}
