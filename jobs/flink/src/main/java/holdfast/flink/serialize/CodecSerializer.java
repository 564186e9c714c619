package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializes by a codec: four bytes of length, then the codec's bytes. Not thread-safe. */
public final class CodecSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<? extends Codec<T>> codecClass;
    private transient @Nullable Codec<T> codec;
    private transient @Nullable ByteWriter writer;
    private transient @Nullable ByteReader reader;

    public CodecSerializer(Class<? extends Codec<T>> codecClass) {
        this.codecClass = codecClass;
    }

    Codec<T> codec() {
        if (codec == null) {
            codec = Codecs.make(codecClass);
        }
        return codec;
    }

    Class<? extends Codec<T>> codecClass() {
        return codecClass;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        if (writer == null) {
            writer = new ByteWriter();
        }
        writer.reset();
        codec().write(value, writer);
        target.writeInt(writer.length());
        target.write(writer.array(), 0, writer.length());
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        if (reader == null) {
            reader = new ByteReader();
        }
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        reader.reset(bytes, 0, bytes.length);
        return codec().read(reader);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public T createInstance() {
        return codec().any();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new CodecSerializer<>(codecClass);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecSerializer<?> that && codecClass == that.codecClass;
    }

    @Override
    public int hashCode() {
        return codecClass.hashCode();
    }
}
