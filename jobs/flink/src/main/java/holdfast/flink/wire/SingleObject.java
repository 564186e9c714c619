package holdfast.flink.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes generated records as Avro single-object: C3 01, the schema's fingerprint, the record. */
final class SingleObject {
    private SingleObject() {}

    static byte[] bytes(SpecificRecordBase record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            new BinaryMessageEncoder<SpecificRecordBase>(
                            SpecificData.getForClass(record.getClass()), record.getSchema())
                    .encode(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array took no more bytes", e);
        }
        return out.toByteArray();
    }
}
