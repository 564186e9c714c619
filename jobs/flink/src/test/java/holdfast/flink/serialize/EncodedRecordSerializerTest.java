package holdfast.flink.serialize;

import holdfast.core.activity.RejectReason;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.MessageName;
import holdfast.flink.wire.Origin;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class EncodedRecordSerializerTest extends SerializerTestBase<EncodedRecord> {

    @Override
    protected TypeSerializer<EncodedRecord> createSerializer() {
        return new CodecSerializer<>(EncodedRecordCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<EncodedRecord> getTypeClass() {
        return EncodedRecord.class;
    }

    @Override
    protected EncodedRecord[] getTestData() {
        Origin origin = new Origin("clickstream.events.v1", 3, 17, 1_700_000_000_000L);
        EncodedRecord.Refused refused =
                new EncodedRecord.Refused(origin, RejectReason.BROKEN_JSON, "at byte 3 — „“");
        return new EncodedRecord[] {
            EncodedRecord.alert(
                    "zoë",
                    1_700_000_000_000L,
                    new MessageName("00ff.1", "holdfast.alert.opened.v1"),
                    new byte[] {1, 2, 3}),
            EncodedRecord.score("🙂", -5, new byte[] {0}),
            EncodedRecord.tombstone("ada", Long.MIN_VALUE),
            EncodedRecord.deadLetter(refused, new byte[] {(byte) 0xC3, 0x28}),
            EncodedRecord.deadLetter(refused, new byte[0]),
            EncodedRecord.training(1_700_000_000_000L, new byte[] {7}),
            EncodedRecord.published("model", -1, new byte[] {'{', '}'})
        };
    }
}
