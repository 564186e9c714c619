package holdfast.app.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.YamlParserUtils;

/** A YAML or JSON document, or a part of it. What is asked for must be there. */
public record Tree(Object node) {

    public static Tree file(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** JSON is YAML. */
    public static Tree read(String text) {
        return new Tree(YamlParserUtils.convertToObject(text, Map.class));
    }

    public Tree at(String... path) {
        Tree found = this;
        for (String key : path) {
            Object next = found.map().get(key);
            if (next == null) {
                throw new AssertionError("no " + key + " in " + found.node);
            }
            found = new Tree(next);
        }
        return found;
    }

    boolean has(String key) {
        return node instanceof Map<?, ?> map && map.get(key) != null;
    }

    public List<Tree> items(String... path) {
        if (at(path).node instanceof List<?> list) {
            return list.stream().map(item -> new Tree(item)).toList();
        }
        throw new AssertionError("no list: " + at(path).node);
    }

    public String text(String... path) {
        return String.valueOf(at(path).node);
    }

    int whole(String... path) {
        return Integer.parseInt(text(path));
    }

    List<String> keys() {
        return map().keySet().stream().map(key -> String.valueOf(key)).toList();
    }

    private Map<?, ?> map() {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("no map: " + node);
    }
}
