package holdfast.flink.serialize;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink that a type is serialized by a codec. Immutable. */
public final class CodecType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final Class<? extends Codec<T>> codecClass;

    /** The type of what the codec writes. */
    public CodecType(Class<? extends Codec<T>> codecClass) {
        this.codecClass = codecClass;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return Codecs.make(codecClass).type();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CodecSerializer<>(codecClass);
    }

    @Override
    public String toString() {
        return codecClass.getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecType<?> that && codecClass == that.codecClass;
    }

    @Override
    public int hashCode() {
        return codecClass.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecType<?>;
    }
}
