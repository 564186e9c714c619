package holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kinds that operators bring, checked by their own definitions, closed: a field that the definition
 * does not name is a mistake. Kubernetes would drop it without a word.
 */
final class CustomKinds {

    /** Definitions lie beside the repository, since they belong to others. */
    private static final Path DEFINITIONS =
            Path.of(System.getProperty("holdfast.shared", "../../shared"), "crds");

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private CustomKinds() {}

    /** Empty where the definitions are not there. */
    static Optional<CustomKinds> present() {
        if (!Files.isDirectory(DEFINITIONS)) {
            return Optional.empty();
        }
        CustomKinds kinds = new CustomKinds();
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            files.filter(file -> file.toString().endsWith(".yml"))
                    .flatMap(file -> Manifest.read(file).stream())
                    .forEach(kinds::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(kinds);
    }

    boolean knows(Manifest manifest) {
        return schemas.containsKey(key(manifest));
    }

    List<String> problems(Manifest manifest) {
        JsonSchema schema = schemas.get(key(manifest));
        if (schema == null) {
            return List.of(manifest + ": no definition of " + key(manifest));
        }
        return schema.validate(manifest.tree()).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> manifest + ": " + message)
                .toList();
    }

    private void add(Manifest definition) {
        String group = definition.at("/spec/group").asText();
        String kind = definition.at("/spec/names/kind").asText();
        for (JsonNode version : definition.at("/spec/versions")) {
            ObjectNode root = version.at("/schema/openAPIV3Schema").deepCopy();
            ObjectNode properties = root.withObjectProperty("properties");
            for (String everywhere : List.of("apiVersion", "kind", "metadata")) {
                properties.putObject(everywhere);
            }
            close(root);
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root);
            schemas.put(group + "/" + version.path("name").asText() + " " + kind, schema);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.remove("anyOf");
                object.putArray("type").add("integer").add("string");
            }
            boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !open) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(CustomKinds::close);
    }

    private static String key(Manifest manifest) {
        return manifest.at("/apiVersion").asText() + " " + manifest.kind();
    }
}
