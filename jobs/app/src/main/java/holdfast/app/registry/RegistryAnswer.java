package holdfast.app.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import holdfast.flink.wire.UnknownSchemaException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a registry answered.
 *
 * @param status of HTTP
 * @param fields the texts, numbers and truth values of the JSON object that came with it; a list
 *     that holds anything is "[…]"
 */
record RegistryAnswer(int status, Map<String, String> fields) {

    /** Stands for one that went on beyond its bound: no schema that could be read is so long. */
    static final RegistryAnswer TOO_LONG =
            new RegistryAnswer(
                    413, Map.of("error_code", "413", "message", "the answer is too long"));

    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int WORDS_MAX = 300;
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads an answer; whatever is no JSON object counts as one without fields. */
    static RegistryAnswer read(int status, byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return new RegistryAnswer(
                    status,
                    parser.nextToken() == JsonToken.START_OBJECT ? fields(parser) : Map.of());
        } catch (IOException broken) {
            return new RegistryAnswer(status, Map.of());
        }
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    fields.put(name, "[…]");
                    skipList(parser);
                }
            } else if (value == JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            }
        }
        return fields;
    }

    private static void skipList(JsonParser parser) throws IOException {
        for (JsonToken item = parser.currentToken();
                item != JsonToken.END_ARRAY && item != null;
                item = parser.nextToken()) {
            parser.skipChildren();
        }
    }

    boolean isOk() {
        return status == OK;
    }

    /** Whether a registry refused what it was asked, which asking again will not change. */
    boolean isRefusal() {
        return fields.containsKey("error_code")
                && switch (status) {
                    case 401, 403, 407, 408, 425, 429 -> false;
                    default -> status >= CLIENT_ERRORS && status < SERVER_ERRORS;
                };
    }

    /** Whether this is what a registry answers when it is asked for a schema. */
    boolean saysWhetherThereIsASchema() {
        return isRefusal() || (isOk() && !text("schema").isEmpty());
    }

    /**
     * The Avro schema that was asked for, once the answer says whether there is one.
     *
     * @param id for which it was asked
     */
    String schema(int id) throws UnknownSchemaException {
        if (!isOk()) {
            throw new UnknownSchemaException(
                    "the registry gives no schema " + id + ": error " + text("error_code"));
        }
        String type = text("schemaType");
        if (!type.isEmpty() && !type.equals("AVRO")) {
            throw new UnknownSchemaException(
                    "schema " + id + " is of another type than Avro; only Avro is read");
        }
        if (!text("references").isEmpty()) {
            throw new UnknownSchemaException(
                    "schema " + id + " refers to other subjects; register it in one piece");
        }
        return text("schema");
    }

    boolean isConflict() {
        return status == CONFLICT;
    }

    /** A field's text, empty when there is none. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    Optional<Integer> id() {
        try {
            return Optional.of(Integer.parseInt(text("id")));
        } catch (NumberFormatException absent) {
            return Optional.empty();
        }
    }

    /** What it says, on one line. */
    String words() {
        if (fields.isEmpty() && (status == OK || status == NOT_FOUND)) {
            return "what answers there is no schema registry (HTTP %s); is the path right?"
                    .formatted(status);
        }
        String message = text("message").replaceAll("\\s+", " ").strip();
        String shown = message.length() > WORDS_MAX ? message.substring(0, WORDS_MAX) : message;
        return shown.isEmpty() ? "HTTP " + status : shown + " (HTTP " + status + ")";
    }
}
