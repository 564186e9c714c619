package holdfast.app.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import holdfast.core.mapping.FieldKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes a JSON object apart into the fields that a mapping could name.
 *
 * <p>Left out are absent values (null and blank texts, as at the job's edge) and names that no
 * dotted path can say. Never throws: of a broken object the fields before the fault are told.
 */
final class JsonFields {

    private static final int STEPS_MAX = 8;
    private static final int NAME_CHARS_MAX = 64;

    private static final JsonFactory JSON = new JsonFactory();

    private JsonFields() {}

    /** Takes the fields of one object. */
    interface Sink {

        void field(String path, FieldKind kind, String text);
    }

    static void read(byte[] value, Sink sink) {
        if (value.length == 0 || value[0] != '{') {
            return;
        }
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, "", 1, sink);
            }
        } catch (IOException broken) {
            // The edge says what is wrong with it; here only its fields matter.
        }
    }

    private static void object(JsonParser parser, String above, int depth, Sink sink)
            throws IOException {
        for (JsonToken token = parser.nextToken();
                token == JsonToken.FIELD_NAME;
                token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!canBeNamed(name) || depth > STEPS_MAX) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                object(parser, above + name + ".", depth + 1, sink);
            } else {
                value(parser, value, above + name, sink);
            }
        }
    }

    private static void value(JsonParser parser, @Nullable JsonToken value, String path, Sink sink)
            throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            if (!parser.getText().isBlank()) {
                sink.field(path, FieldKind.TEXT, parser.getText());
            }
        } else if (value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT) {
            sink.field(path, FieldKind.NUMBER, parser.getText());
        } else if (value != null && value != JsonToken.VALUE_NULL) {
            sink.field(path, FieldKind.OTHER, value.isBoolean() ? parser.getText() : "[]");
            parser.skipChildren();
        }
    }

    private static boolean canBeNamed(String name) {
        return !name.isBlank()
                && name.length() <= NAME_CHARS_MAX
                && name.equals(name.strip())
                && name.indexOf('.') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }
}
