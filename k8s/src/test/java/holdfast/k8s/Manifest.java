package holdfast.k8s;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Kubernetes object as it stands in a file.
 *
 * @param source where it was read, for people
 */
record Manifest(String source, JsonNode tree) {

    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    /** The objects of a YAML file. */
    static List<Manifest> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a YAML text; a key that stands twice is refused. */
    static List<Manifest> parse(String source, String text) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            List<Manifest> found = new ArrayList<>();
            while (documents.hasNextValue()) {
                found.add(new Manifest(source, documents.nextValue()));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    /** The only object of a kind and name. */
    static Manifest only(List<Manifest> all, String kind, String name) {
        Optional<Manifest> found =
                all.stream()
                        .filter(it -> it.kind().equals(kind) && it.name().equals(name))
                        .findFirst();
        return found.orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static List<Manifest> ofKind(List<Manifest> all, String kind) {
        return all.stream().filter(it -> it.kind().equals(kind)).toList();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    /** The value at a JSON pointer; a missing node if there is none. */
    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** Text items of the list at a JSON pointer. */
    List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        at(pointer).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name() + " (" + source + ")";
    }
}
