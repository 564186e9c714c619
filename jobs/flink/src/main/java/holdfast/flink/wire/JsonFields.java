package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import holdfast.core.activity.RejectReason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mapped fields of a JSON object in one pass, without building a tree.
 *
 * <p>Strict about the grammar (NaN, comments and trailing text are refused) and bounded in depth
 * and in the length of numbers. Of a repeated key the first value counts. Not thread-safe.
 */
final class JsonFields {
    private static final int DEPTH_MAX = 100;
    private static final int NUMBER_CHARS_MAX = 100;

    private final JsonFactory json;
    private final FieldTrie root;

    JsonFields(FieldTrie root, int valueBytesMax) {
        this.root = root;
        this.json =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEPTH_MAX)
                                        .maxNumberLength(NUMBER_CHARS_MAX)
                                        .maxStringLength(valueBytesMax)
                                        .build())
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        // Hostile names must not make the name table refuse good records later.
                        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                        .build();
    }

    void read(byte[] value, RawFields into) throws IOException, Refusal {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(RejectReason.BROKEN_JSON, "not an object");
            }
            object(parser, root, into);
            if (parser.nextToken() != null) {
                throw new Refusal(RejectReason.BROKEN_JSON, "more follows the object");
            }
        }
    }

    private static void object(JsonParser parser, FieldTrie node, RawFields into)
            throws IOException, Refusal {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_OBJECT;
                token = parser.nextToken()) {
            if (token == null) {
                throw new Refusal(RejectReason.BROKEN_JSON, "ends within an object");
            }
            FieldTrie child = node.child(parser.currentName());
            JsonToken value = parser.nextToken();
            if (child == null) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT && child.hasChildren()) {
                object(parser, child, into);
            } else {
                take(parser, value, child.targets(), into);
            }
        }
    }

    private static void take(
            JsonParser parser, @Nullable JsonToken value, List<Target> targets, RawFields into)
            throws IOException {
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (value == JsonToken.VALUE_NULL || !into.wants(target)) {
                continue;
            }
            if (value == JsonToken.VALUE_STRING) {
                into.text(target, parser.getText());
            } else if (value == JsonToken.VALUE_NUMBER_INT
                    || value == JsonToken.VALUE_NUMBER_FLOAT) {
                into.number(target, parser.getText());
            } else {
                into.other(target);
            }
        }
        parser.skipChildren();
    }
}
