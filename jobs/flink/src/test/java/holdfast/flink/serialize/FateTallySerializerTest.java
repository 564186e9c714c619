package holdfast.flink.serialize;

import java.util.List;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class FateTallySerializerTest extends SerializerTestBase<FateTally> {

    @Override
    protected TypeSerializer<FateTally> createSerializer() {
        return new CodecSerializer<>(FateTallyCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<FateTally> getTypeClass() {
        return FateTally.class;
    }

    @Override
    protected FateTally[] getTestData() {
        return new FateTally[] {
            new FateTally("", List.of()), new FateTally("a.v1", List.of(0L, 7L, 1L << 60))
        };
    }
}
