package holdfast.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The document of all topics, {@code schemas/asyncapi.yaml}. */
public final class AsyncApi {

    private static final Path FILE = Path.of("../../schemas/asyncapi.yaml");
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

    private final JsonNode written;
    private final JsonNode resolved;

    private AsyncApi(JsonNode written) {
        this.written = written;
        this.resolved = resolved(written);
    }

    /** Reads the document; fails if a reference in it leads nowhere. */
    public static AsyncApi read() {
        try {
            return new AsyncApi(
                    new ObjectMapper(new YAMLFactory()).readTree(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as it is written. */
    public JsonNode written() {
        return written;
    }

    /** Channels by address, with every reference followed. */
    public Map<String, JsonNode> channels() {
        Map<String, JsonNode> channels = new TreeMap<>();
        resolved.get("channels")
                .forEach(channel -> channels.put(channel.get("address").asText(), channel));
        return channels;
    }

    /** The messages of the topic of an address, with every reference followed. */
    public JsonNode messagesOf(String address) {
        return channel(address).get("messages");
    }

    /** The channel of an address, with every reference followed. */
    public JsonNode channel(String address) {
        return Objects.requireNonNull(channels().get(address), address);
    }

    /** Operations by the address that they read or write. */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (JsonNode operation : resolved.get("operations")) {
            String address = operation.at("/channel/address").asText();
            assertThat(operations.put(address, operation)).as(address).isNull();
        }
        return operations;
    }

    /** A message by its name, with every reference followed. */
    public JsonNode message(String name) {
        return resolved.at("/components/messages/" + name);
    }

    /** All messages, with every reference followed. */
    public List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        resolved.at("/components/messages").forEach(messages::add);
        return messages;
    }

    /** An example of a message: its {@code headers} and {@code payload}. */
    public JsonNode example(String message, String name) {
        for (JsonNode example : message(message).path("examples")) {
            if (example.get("name").asText().equals(name)) {
                return example;
            }
        }
        throw new AssertionError(message + " has no example " + name);
    }

    /** What a schema finds wrong with an instance, one line a fault. */
    public static List<String> faults(JsonNode schema, JsonNode instance) {
        return SCHEMAS.getSchema(schema).validate(instance).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(resolved(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has("$ref")) {
            String pointer = node.get("$ref").asText();
            JsonNode target = written.at(pointer.replaceFirst("^#", ""));
            assertThat(target.isMissingNode()).as(pointer).isFalse();
            return resolved(target);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(field.getKey(), resolved(field.getValue())));
        return fields;
    }
}
