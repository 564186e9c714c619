package holdfast.flink.wire;

import java.nio.ByteBuffer;

/** The frame of a schema registry: 00, the id of the writer's schema in four bytes, the record. */
public final class RegistryFrame {
    /** The first byte. */
    public static final byte MAGIC = 0;

    /** What stands before the record. */
    public static final int HEADER_BYTES = 1 + Integer.BYTES;

    private RegistryFrame() {}

    /**
     * The id of the writer's schema.
     *
     * @param value at least {@link #HEADER_BYTES} long, the first of them {@link #MAGIC}
     */
    public static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value).getInt(1);
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }
}
