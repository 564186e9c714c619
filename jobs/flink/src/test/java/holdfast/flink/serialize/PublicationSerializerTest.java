package holdfast.flink.serialize;

import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class PublicationSerializerTest extends SerializerTestBase<Publication> {

    @Override
    protected TypeSerializer<Publication> createSerializer() {
        return new CodecSerializer<>(PublicationCodec.class);
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<Publication> getTypeClass() {
        return Publication.class;
    }

    @Override
    protected Publication[] getTestData() {
        Origin origin = new Origin("churn.models.v1", 3, 1L << 40, 1_700_000_000_000L);
        return new Publication[] {
            new Publication(Publication.Kind.MODEL, origin, 12, new byte[] {(byte) 0xFF, 0, 7}),
            new Publication(Publication.Kind.PINNED_MODEL, origin, 13, new byte[] {1}),
            new Publication(Publication.Kind.RELEASED_MODEL, origin, 14, new byte[] {2}),
            new Publication(Publication.Kind.PAUSE, origin, Long.MIN_VALUE, new byte[0]),
            new Publication(Publication.Kind.PLAYBOOK, origin, -1, new byte[100_000])
        };
    }
}
