package holdfast.flink.serialize;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;

/**
 * The bytes of one immutable type.
 *
 * <p>Stateless, with a public constructor without arguments. The class's name is part of every
 * savepoint that holds such data: never rename one. A version that has shipped is never edited.
 */
public interface Codec<T> {

    /** The newest version, which is written. */
    int version();

    /** What it writes and reads. */
    Class<T> type();

    /** Some value, where Flink wants an instance. */
    T any();

    /** Appends the bytes of a value. */
    void write(T value, ByteWriter out);

    /** Reads what {@link #write} wrote. */
    T read(ByteReader in);
}
