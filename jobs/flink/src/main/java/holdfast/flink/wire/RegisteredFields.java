package holdfast.flink.wire;

import holdfast.core.activity.RejectReason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mapped fields of records in a registry's frame, whatever schema they were written with.
 *
 * <p>A schema of ours is known by its full name and read by its own field names. Schemas never
 * change under an id, so they are looked up once, while at most {@value #SCHEMAS_MAX} are in use.
 * Not thread-safe.
 */
final class RegisteredFields {
    private static final int SCHEMAS_MAX = 500;

    private final RecordKind kind;
    private final FieldTrie paths;
    private final SchemaSource source;
    private final FieldInput input = new FieldInput();
    private final Map<Integer, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Known> eldest) {
                    return size() > SCHEMAS_MAX;
                }
            };
    private int lastId;
    private @Nullable Known last;

    /** What is known of an id: how to read its records, or why they cannot be read. */
    private record Known(@Nullable FieldStep step, String problem) {}

    /**
     * @param paths what is wanted of records whose schema is not ours
     */
    RegisteredFields(RecordKind kind, FieldTrie paths, SchemaSource source) {
        this.kind = kind;
        this.paths = paths;
        this.source = source;
    }

    void read(byte[] value, RawFields into) throws IOException, Refusal {
        if (value.length < RegistryFrame.HEADER_BYTES) {
            throw new Refusal(RejectReason.BROKEN_AVRO, "ends within its header");
        }
        FieldStep record = step(RegistryFrame.schemaId(value));
        input.reset(value, RegistryFrame.HEADER_BYTES, WriterPlan.STEPS_MAX, into);
        record.read(input);
        if (input.decoder().remaining() > 0) {
            throw new Refusal(RejectReason.BROKEN_AVRO, "more follows the record");
        }
    }

    private FieldStep step(int id) throws Refusal {
        Known found = id == lastId && last != null ? last : known.get(id);
        if (found == null) {
            found = lookUp(id);
            known.put(id, found);
        }
        lastId = id;
        last = found;
        if (found.step() == null) {
            throw new Refusal(RejectReason.UNKNOWN_SCHEMA, found.problem());
        }
        return found.step();
    }

    /** An id that is unknown may be registered at any time, so only the source may remember it. */
    private Known lookUp(int id) throws Refusal {
        String text;
        try {
            text = source.schema(id);
        } catch (UnknownSchemaException e) {
            throw new Refusal(RejectReason.UNKNOWN_SCHEMA, e.detail());
        }
        try {
            return new Known(plan(SchemaText.parsed(text)), "");
        } catch (UnknownSchemaException e) {
            return new Known(null, "schema " + id + " " + e.detail());
        } catch (IOException | RuntimeException e) {
            return new Known(null, "schema " + id + " is no Avro schema");
        }
    }

    private FieldStep plan(Schema schema) throws UnknownSchemaException {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new UnknownSchemaException("is not a record's");
        }
        String name = schema.getFullName();
        if (name.equals(kind.schema().getFullName())) {
            return WriterPlan.of(schema, FieldTrie.of(kind), true);
        }
        if (name.startsWith(kind.schema().getNamespace() + ".")) {
            throw new UnknownSchemaException("is " + name + ", which belongs on another topic");
        }
        return WriterPlan.of(schema, paths, false);
    }
}
