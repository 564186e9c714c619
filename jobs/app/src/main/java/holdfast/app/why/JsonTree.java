package holdfast.app.why;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object read whole: its texts and numbers as text, its lists of objects as lists.
 *
 * <p>Other lists are left out. Immutable.
 */
record JsonTree(Map<String, String> fields, Map<String, List<JsonTree>> lists) {

    /** Reads a message; empty when the bytes are no JSON object. */
    static Optional<JsonTree> read(byte[] value) {
        try (JsonParser parser = new JsonFactory().createParser(value)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? Optional.of(object(parser))
                    : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static JsonTree object(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, List<JsonTree>> lists = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                lists.put(name, list(parser));
            } else if (token == JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            }
        }
        return new JsonTree(fields, lists);
    }

    private static List<JsonTree> list(JsonParser parser) throws IOException {
        List<JsonTree> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                list.add(object(parser));
            } else {
                parser.skipChildren();
            }
        }
        return list;
    }

    /** A field's text, empty when there is none. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** A field's number, NaN when there is none. */
    double number(String field) {
        try {
            return Double.parseDouble(text(field));
        } catch (NumberFormatException absent) {
            return Double.NaN;
        }
    }

    boolean truth(String field) {
        return Boolean.parseBoolean(text(field));
    }

    /** A field's objects, none when there is no such list. */
    List<JsonTree> list(String field) {
        return lists.getOrDefault(field, List.of());
    }
}
