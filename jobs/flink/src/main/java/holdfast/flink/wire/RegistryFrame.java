package holdfast.flink.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

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

    static byte[] bytes(int schemaId, SpecificRecordBase record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            out.write(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array());
            BinaryEncoder body = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecordBase>(
                            record.getSchema(), SpecificData.getForClass(record.getClass()))
                    .write(record, body);
        } catch (IOException e) {
            throw new UncheckedIOException("an array took no more bytes", e);
        }
        return out.toByteArray();
    }
}
