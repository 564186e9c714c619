package holdfast.flink.serialize;

import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class TrainingRecordSerializerTest extends SerializerTestBase<TrainingRecord> {

    @Override
    protected TypeSerializer<TrainingRecord> createSerializer() {
        return new CodecSerializer<>(TrainingRecordCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<TrainingRecord> getTypeClass() {
        return TrainingRecord.class;
    }

    @Override
    protected TrainingRecord[] getTestData() {
        Snapshot rich =
                new Snapshot(
                        new Snapshot.Span(-5, 1_700_000_000_000L, 17),
                        123_456,
                        new int[] {0, 3, 63},
                        new double[] {-0.0, Double.MIN_VALUE, 1e300});
        Snapshot bare = new Snapshot(new Snapshot.Span(0, 0, 1), 0, new int[0], new double[] {2.5});
        return new TrainingRecord[] {
            TrainingRecord.snapshot(Long.MIN_VALUE, 1, 1_700_000_000_000L, rich),
            TrainingRecord.snapshot(0, 8, -1, bare),
            TrainingRecord.decided(7, 2, 1_700_000_000_001L),
            TrainingRecord.treated(Long.MAX_VALUE, 0),
            TrainingRecord.erased(-1, Long.MIN_VALUE)
        };
    }
}
