package holdfast.flink.serialize;

import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class CustomerSerializerTest extends SerializerTestBase<byte[]> {

    @Override
    protected TypeSerializer<byte[]> createSerializer() {
        return new CodecSerializer<>(CustomerCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<byte[]> getTypeClass() {
        return byte[].class;
    }

    @Override
    protected byte[][] getTestData() {
        return new byte[][] {new byte[0], {1}, new byte[1_024]};
    }
}
