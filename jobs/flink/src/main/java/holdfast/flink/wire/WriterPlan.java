package holdfast.flink.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Turns a writer's schema into steps that read its records, field by field as they were written.
 *
 * <p>What the tree of paths asks for is kept as it would be from JSON: records and maps are
 * objects, null is absent, a list is no value. The rest is stepped over. Named types are written
 * out wherever they are used, so their count is bounded.
 */
final class WriterPlan {
    /** Most steps that a schema may come to, with every named type written out. */
    static final int STEPS_MAX = 5_000;

    private static final int DEPTH_MAX = 100;

    private final boolean ownUnits;
    private final Set<Schema> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;
    private int steps;

    private WriterPlan(boolean ownUnits) {
        this.ownUnits = ownUnits;
    }

    /**
     * The steps of a schema.
     *
     * @param paths what is wanted of its records
     * @param ownUnits whether a whole number is an amount in minor units, as in our own schemas
     * @throws UnknownSchemaException if it refers to itself, or is too large or too deep
     */
    static FieldStep of(Schema schema, FieldTrie paths, boolean ownUnits)
            throws UnknownSchemaException {
        return new WriterPlan(ownUnits).step(schema, paths);
    }

    private FieldStep step(Schema schema, @Nullable FieldTrie at) throws UnknownSchemaException {
        steps++;
        depth++;
        if (steps > STEPS_MAX || depth > DEPTH_MAX) {
            throw new UnknownSchemaException("is too large to be read");
        }
        boolean isRecord = schema.getType() == Schema.Type.RECORD;
        if (isRecord && !open.add(schema)) {
            throw new UnknownSchemaException(
                    "cannot be read: " + Refusal.quoted(schema.getFullName()) + " contains itself");
        }
        List<Target> targets = at == null ? List.of() : at.targets();
        FieldStep step =
                switch (schema.getType()) {
                    case RECORD -> object(fields(schema, inside(at)), inside(at), targets);
                    case MAP -> object(entries(schema, inside(at)), inside(at), targets);
                    case ARRAY -> list(step(schema.getElementType(), null), targets);
                    case UNION -> choice(schema, at);
                    default -> WriterScalars.step(schema, targets, ownUnits);
                };
        if (isRecord) {
            open.remove(schema);
        }
        depth--;
        return step;
    }

    private static @Nullable FieldTrie inside(@Nullable FieldTrie at) {
        return at != null && at.hasChildren() ? at : null;
    }

    /** An object that nobody looks into is a value of no use, as it is in JSON. */
    private static FieldStep object(
            FieldStep read, @Nullable FieldTrie inside, List<Target> targets) {
        if (inside != null || targets.isEmpty()) {
            return read;
        }
        return in -> {
            read.read(in);
            in.other(targets);
        };
    }

    private FieldStep fields(Schema schema, @Nullable FieldTrie at) throws UnknownSchemaException {
        List<FieldStep> reads = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            reads.add(step(field.schema(), at == null ? null : at.child(field.name())));
        }
        FieldStep[] inOrder = reads.toArray(FieldStep[]::new);
        return in -> {
            in.pay(inOrder.length);
            for (FieldStep read : inOrder) {
                read.read(in);
            }
        };
    }

    private FieldStep entries(Schema schema, @Nullable FieldTrie at) throws UnknownSchemaException {
        FieldStep unwanted = step(schema.getValueType(), null);
        Map<String, FieldStep> wanted = new HashMap<>();
        if (at != null) {
            for (String name : at.names()) {
                wanted.put(name, step(schema.getValueType(), at.child(name)));
            }
        }
        return in -> {
            BoundedDecoder decoder = in.decoder();
            for (long left = decoder.readMapStart(); left > 0; left = decoder.mapNext()) {
                for (long i = 0; i < left; i++) {
                    in.pay(1);
                    wanted.getOrDefault(decoder.readString(), unwanted).read(in);
                }
            }
        };
    }

    private static FieldStep list(FieldStep item, List<Target> targets) {
        return in -> {
            BoundedDecoder decoder = in.decoder();
            for (long left = decoder.readArrayStart(); left > 0; left = decoder.arrayNext()) {
                for (long i = 0; i < left; i++) {
                    in.pay(1);
                    item.read(in);
                }
            }
            in.other(targets);
        };
    }

    private FieldStep choice(Schema schema, @Nullable FieldTrie at) throws UnknownSchemaException {
        List<FieldStep> reads = new ArrayList<>();
        for (Schema branch : schema.getTypes()) {
            reads.add(step(branch, at));
        }
        FieldStep[] branches = reads.toArray(FieldStep[]::new);
        return in -> {
            int chosen = in.decoder().readIndex();
            if (chosen < 0 || chosen >= branches.length) {
                throw new IOException("a union has no branch " + chosen);
            }
            branches[chosen].read(in);
        };
    }
}
