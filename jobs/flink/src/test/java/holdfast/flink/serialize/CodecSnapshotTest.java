package holdfast.flink.serialize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.flink.wire.Arrival;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class CodecSnapshotTest {

    private static final int NOW = new CustomerCodec().version();

    private final CodecSerializer<byte[]> serializer = new CodecSerializer<>(CustomerCodec.class);

    @Test
    void theSameVersionRestores() {
        assertThat(now().resolveSchemaCompatibility(of(NOW)).isCompatibleAsIs()).isTrue();
    }

    @Test
    void anOlderVersionRestores() {
        assertThat(now().resolveSchemaCompatibility(of(NOW - 1)).isCompatibleAsIs()).isTrue();
    }

    @Test
    void aNewerVersionIsRefused() {
        assertThat(now().resolveSchemaCompatibility(of(NOW + 1)).isIncompatible()).isTrue();
    }

    @Test
    void anotherTypeIsRefused() {
        CodecSnapshot<Arrival> arrivals =
                new CodecSnapshot<>(new CodecSerializer<>(ArrivalCodec.class));
        TypeSerializerSnapshot<byte[]> customers = now();

        assertThat(customers.resolveSchemaCompatibility(forced(arrivals)).isIncompatible())
                .isTrue();
    }

    @Test
    void aSnapshotReadsBackAsItWasWritten() throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, of(NOW + 1));

        TypeSerializerSnapshot<byte[]> read =
                TypeSerializerSnapshot.readVersionedSnapshot(
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader());

        assertThat(read.restoreSerializer()).isEqualTo(serializer);
        assertThat(now().resolveSchemaCompatibility(read).isIncompatible()).isTrue();
    }

    @Test
    void aCodecThatThisBuildLacksIsNamed() throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF("holdfast.flink.serialize.Forgotten");
        out.writeInt(1);
        CodecSnapshot<byte[]> snapshot = new CodecSnapshot<>();
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

        assertThatThrownBy(() -> snapshot.readSnapshot(1, in, getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Forgotten");
    }

    private CodecSnapshot<byte[]> now() {
        return of(NOW);
    }

    private CodecSnapshot<byte[]> of(int version) {
        return new CodecSnapshot<>(serializer, version);
    }

    @SuppressWarnings("unchecked") // Flink compares whatever lies in the savepoint.
    private static TypeSerializerSnapshot<byte[]> forced(TypeSerializerSnapshot<?> snapshot) {
        return (TypeSerializerSnapshot<byte[]>) snapshot;
    }
}
