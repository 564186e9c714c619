package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.QualityReport;
import holdfast.schemas.v1.RetentionAlert;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Alerts, scores and reports of quality as JSON, whichever way they were written: Avro of any
 * release comes out word for word as it would have been written in JSON. Not thread-safe.
 */
public final class ReadableMessages {
    private static final int HEADER_BYTES = 10;
    private static final String MINOR = "_minor";
    private static final List<Schema> CURRENT =
            List.of(
                    RetentionAlert.getClassSchema(),
                    ChurnScore.getClassSchema(),
                    QualityReport.getClassSchema());

    private final JsonFactory json =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private final BoundedDecoder decoder = new BoundedDecoder();
    private final Map<Long, Schema> writers = new HashMap<>();
    private final Map<Integer, Schema> registered = new HashMap<>();
    private final SchemaSource schemas;

    /** Knows what this release and those before it write, without a schema registry. */
    public ReadableMessages() {
        this(SchemaSource.none());
    }

    /**
     * Knows what this release and those before it write.
     *
     * @param schemas of messages in a registry's frame
     */
    public ReadableMessages(SchemaSource schemas) {
        this.schemas = schemas;
        for (Schema current : CURRENT) {
            for (Schema known : KnownSchemas.of(current)) {
                writers.put(SchemaNormalization.parsingFingerprint64(known), known);
            }
        }
    }

    /** The message as a JSON object in UTF-8; empty when its bytes cannot be read. */
    public Optional<byte[]> json(byte[] value) {
        if (value.length > 0 && value[0] == '{') {
            return Optional.of(value);
        }
        if (value.length >= RegistryFrame.HEADER_BYTES && value[0] == RegistryFrame.MAGIC) {
            return registered(RegistryFrame.schemaId(value))
                    .flatMap(writer -> json(writer, value, RegistryFrame.HEADER_BYTES));
        }
        if (value.length < HEADER_BYTES
                || ByteBuffer.wrap(value).getShort() != TrainingMessages.SINGLE_OBJECT) {
            return Optional.empty();
        }
        Schema writer =
                writers.get(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2));
        return writer == null ? Optional.empty() : json(writer, value, HEADER_BYTES);
    }

    private Optional<Schema> registered(int id) {
        Schema known = registered.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Schema found = SchemaText.parsed(schemas.schema(id));
            registered.put(id, found);
            return Optional.of(found);
        } catch (UnknownSchemaException | IOException | AvroRuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A message in Avro binary as JSON; empty when its bytes cannot be read.
     *
     * @param writer an alert's or a score's schema, of whatever version
     * @param from where the record begins, behind whatever frames it
     */
    public Optional<byte[]> json(Schema writer, byte[] value, int from) {
        for (Schema current : CURRENT) {
            if (current.getFullName().equals(writer.getFullName())) {
                return json(writer, current, value, from);
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> json(Schema writer, Schema current, byte[] value, int from) {
        decoder.reset(value, from);
        try {
            GenericRecord message =
                    new GenericDatumReader<GenericRecord>(writer, current).read(null, decoder);
            JsonRecord out = new JsonRecord(json);
            fields(message, out);
            return decoder.remaining() > 0 ? Optional.empty() : Optional.of(out.toBytes());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void fields(GenericRecord message, JsonRecord out) {
        for (Schema.Field field : message.getSchema().getFields()) {
            Object value = message.get(field.pos());
            if (value != null) {
                field(message, field, value, out);
            }
        }
    }

    private static void field(
            GenericRecord message, Schema.Field field, Object value, JsonRecord out) {
        String name = field.name();
        if (value instanceof Long millis && isTime(field.schema())) {
            out.instant(name, millis);
        } else if (value instanceof Long minor && name.endsWith(MINOR)) {
            String major = name.substring(0, name.length() - MINOR.length());
            out.money(major, minor, Currency.getInstance(message.get("currency").toString()));
        } else if (value instanceof Double share) {
            out.fraction(name, share);
        } else if (value instanceof Boolean truth) {
            out.truth(name, truth);
        } else if (value instanceof Number whole) {
            out.whole(name, whole.longValue());
        } else if (value instanceof List<?> items) {
            out.list(name, items, item -> fields((GenericRecord) item, out));
        } else {
            out.text(name, value.toString());
        }
    }

    private static boolean isTime(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(ReadableMessages::isTime)
                : schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }
}
