package holdfast.flink.serialize;

import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class GroupSumsSerializerTest extends SerializerTestBase<GroupSums> {

    @Override
    protected TypeSerializer<GroupSums> createSerializer() {
        return new CodecSerializer<>(GroupSumsCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<GroupSums> getTypeClass() {
        return GroupSums.class;
    }

    @Override
    protected GroupSums[] getTestData() {
        return new GroupSums[] {new GroupSums(0, 0, 0, 0), new GroupSums(32_767, 5, 1L << 50, 4)};
    }
}
