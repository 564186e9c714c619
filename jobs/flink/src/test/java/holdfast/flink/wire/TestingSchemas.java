package holdfast.flink.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** A registry's schemas in memory; counts how often it is asked. */
final class TestingSchemas implements SchemaSource {
    private final Map<Integer, String> texts = new HashMap<>();
    private int asked;

    /** Holds a schema's text under an id, with single quotes for double ones. */
    TestingSchemas with(int id, String text) {
        texts.put(id, text.replace('\'', '"'));
        return this;
    }

    TestingSchemas with(int id, Schema schema) {
        texts.put(id, schema.toString());
        return this;
    }

    int asked() {
        return asked;
    }

    @Override
    public String schema(int id) throws UnknownSchemaException {
        asked++;
        String text = texts.get(id);
        if (text == null) {
            throw new UnknownSchemaException("the registry knows no schema " + id);
        }
        return text;
    }

    Schema parsed(int id) {
        return new Schema.Parser().parse(String.valueOf(texts.get(id)));
    }

    /** A record in the registry's frame; absent fields must have a null branch first. */
    byte[] framed(int id, Map<String, ?> fields) {
        GenericRecord record = new GenericData.Record(parsed(id));
        fields.forEach(record::put);
        return framed(id, record);
    }

    static byte[] framed(int id, GenericRecord record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(header(id));
            BinaryEncoder body = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, body);
            body.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] header(int id) {
        return ByteBuffer.allocate(5).put((byte) 0).putInt(id).array();
    }
}
