package holdfast.app.tail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An alert as it travels in JSON: its flat fields by name. Nested fields are left out. */
public final class AlertMessage {

    private final Map<String, String> fields;

    private AlertMessage(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads a message; empty when the bytes are no JSON object. */
    public static Optional<AlertMessage> read(JsonFactory json, byte[] value) {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(new AlertMessage(flatFields(parser)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Map<String, String> flatFields(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            }
        }
        return fields;
    }

    /** A field's text, empty when the message has none. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** A field's number, NaN when the message has none. */
    public double number(String field) {
        try {
            return Double.parseDouble(text(field));
        } catch (NumberFormatException absent) {
            return Double.NaN;
        }
    }
}
