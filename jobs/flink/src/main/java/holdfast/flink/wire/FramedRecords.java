package holdfast.flink.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes generated records of one class in Avro, each in the same frame. Immutable, safe to share
 * between threads.
 */
final class FramedRecords {
    private static final byte[] NO_BYTES = {};

    private final byte[] header;
    private final MessageEncoder<SpecificRecordBase> encoder;

    private FramedRecords(byte[] header, MessageEncoder<SpecificRecordBase> encoder) {
        this.header = header;
        this.encoder = encoder;
    }

    /** Frames records as Avro single-object: C3 01, the schema's fingerprint, the record. */
    static FramedRecords singleObject(Class<? extends SpecificRecordBase> type) {
        SpecificData data = SpecificData.getForClass(type);
        return new FramedRecords(NO_BYTES, new BinaryMessageEncoder<>(data, schema(type)));
    }

    /** Frames records as a schema registry does: see {@link RegistryFrame}. */
    static FramedRecords registered(int schemaId, Class<? extends SpecificRecordBase> type) {
        SpecificData data = SpecificData.getForClass(type);
        return new FramedRecords(
                RegistryFrame.header(schemaId), new RawMessageEncoder<>(data, schema(type)));
    }

    byte[] bytes(SpecificRecordBase record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            out.write(header);
            encoder.encode(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array took no more bytes", e);
        }
        return out.toByteArray();
    }

    private static Schema schema(Class<? extends SpecificRecordBase> type) {
        return SpecificData.get().getSchema(type);
    }
}
