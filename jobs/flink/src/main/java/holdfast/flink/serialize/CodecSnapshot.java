package holdfast.flink.serialize;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint says of its bytes: the codec and the version it wrote. A build reads its own
 * version and older ones, and refuses newer ones before it touches any state.
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int LAYOUT = 1;

    private @Nullable CodecSerializer<T> serializer;
    private int codecVersion;

    /** For Flink, which then reads the snapshot. */
    public CodecSnapshot() {}

    CodecSnapshot(CodecSerializer<T> serializer) {
        this(serializer, serializer.codec().version());
    }

    CodecSnapshot(CodecSerializer<T> serializer, int codecVersion) {
        this.serializer = serializer;
        this.codecVersion = codecVersion;
    }

    @Override
    public int getCurrentVersion() {
        return LAYOUT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(serializer().codecClass().getName());
        out.writeInt(codecVersion);
    }

    @Override
    public void readSnapshot(int layout, DataInputView in, ClassLoader classes) throws IOException {
        if (layout != LAYOUT) {
            throw new IOException("unknown layout " + layout + " of a serializer snapshot");
        }
        serializer = new CodecSerializer<>(Codecs.<T>named(in.readUTF(), classes));
        codecVersion = in.readInt();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return serializer();
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> old) {
        if (!(old instanceof CodecSnapshot<T> that)
                || !that.serializer().equals(serializer())
                || that.codecVersion > codecVersion) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }

    private CodecSerializer<T> serializer() {
        return Objects.requireNonNull(serializer, "the snapshot was not read");
    }
}
