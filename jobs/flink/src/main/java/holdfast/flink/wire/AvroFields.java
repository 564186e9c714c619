package holdfast.flink.wire;

import holdfast.core.activity.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of an Avro single-object record that have a {@link Role}.
 *
 * <p>The header names the writer's schema by its fingerprint. Schemas known for this topic are
 * resolved to the newest one; fields that are not needed are skipped unread. Not thread-safe.
 */
final class AvroFields {
    private static final int HEADER_BYTES = 10;

    private final @Nullable Target[] targets;
    private final long[] fingerprints;
    private final ResolvingDecoder[] resolvers;
    private final BoundedDecoder decoder = new BoundedDecoder();

    /**
     * @param newest the schema that is read
     * @param known every schema that a producer may write, the newest among them
     */
    AvroFields(Schema newest, List<Schema> known) {
        Schema needed = needed(newest);
        targets = new @Nullable Target[needed.getFields().size()];
        for (Schema.Field field : needed.getFields()) {
            targets[field.pos()] = target(field.name());
        }
        fingerprints = new long[known.size()];
        resolvers = new ResolvingDecoder[known.size()];
        for (int i = 0; i < known.size(); i++) {
            fingerprints[i] = SchemaNormalization.parsingFingerprint64(known.get(i));
            resolvers[i] = resolver(known.get(i), needed);
        }
    }

    private static ResolvingDecoder resolver(Schema written, Schema needed) {
        try {
            return DecoderFactory.get().resolvingDecoder(written, needed, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void read(byte[] value, RawFields into) throws IOException, Refusal {
        if (value.length < HEADER_BYTES) {
            throw new Refusal(RejectReason.BROKEN_AVRO, "ends within its header");
        }
        ResolvingDecoder fields =
                resolver(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2));
        decoder.reset(value, HEADER_BYTES);
        fields.configure(decoder);
        for (Schema.Field field : fields.readFieldOrder()) {
            Target target = targets[field.pos()];
            if (target != null) {
                value(field.schema(), target, fields, into);
            }
        }
        fields.drain();
        if (decoder.remaining() > 0) {
            throw new Refusal(RejectReason.BROKEN_AVRO, "more follows the record");
        }
    }

    private ResolvingDecoder resolver(long fingerprint) throws Refusal {
        for (int i = 0; i < fingerprints.length; i++) {
            if (fingerprints[i] == fingerprint) {
                return resolvers[i];
            }
        }
        throw new Refusal(
                RejectReason.UNKNOWN_SCHEMA,
                "fingerprint " + Long.toHexString(fingerprint) + " does not belong on this topic");
    }

    private static void value(Schema schema, Target target, ResolvingDecoder in, RawFields into)
            throws IOException {
        Schema chosen =
                schema.getType() == Schema.Type.UNION
                        ? schema.getTypes().get(in.readIndex())
                        : schema;
        Schema.Type type = chosen.getType();
        if (type == Schema.Type.NULL) {
            in.readNull();
        } else if (type == Schema.Type.STRING) {
            into.text(target, in.readString());
        } else if (type == Schema.Type.ENUM) {
            into.text(target, chosen.getEnumSymbols().get(in.readEnum()));
        } else {
            into.whole(target, in.readLong());
        }
    }

    /** The schema without the fields that have no role. */
    private static Schema needed(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (target(field.name()) != null) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static @Nullable Target target(String field) {
        Role role = Role.ofField(field);
        return role == null ? null : new Target(role, 0, 0);
    }
}
