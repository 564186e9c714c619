package holdfast.core.document;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML, and so JSON, strictly: every key must be known, none may come twice, and all problems
 * are told at once, each with its line.
 *
 * <p>Never throws for what a document says, however hostile: its size and depth are bounded, and
 * anchors, aliases and tags are refused.
 */
public final class DocumentReader {
    private DocumentReader() {}

    /**
     * Reads one document.
     *
     * @param documentName what messages call it, such as a file's name
     * @param kind what it is, such as {@code playbook}
     * @param reading makes the value from the topmost section, or nothing if it found problems
     */
    public static <T> Checked<T> read(
            String documentName, String kind, String text, Function<Section, Optional<T>> reading) {
        Problems problems = new Problems();
        Optional<Node> root = Composition.of(text, problems);
        if (root.isPresent() && !(root.get() instanceof MappingNode)) {
            problems.add(1, "a " + kind + " must be a mapping of keys to values");
        }
        if (problems.count() > 0 || root.isEmpty()) {
            return Checked.refused(documentName, problems.byLine());
        }
        Section section = new Section(kind, (MappingNode) root.get(), problems);
        Optional<T> value = reading.apply(section);
        section.finish();
        if (value.isPresent() && problems.count() == 0) {
            return Checked.accepted(documentName, value.get());
        }
        if (problems.count() == 0) {
            problems.add(1, "this is not a " + kind);
        }
        return Checked.refused(documentName, problems.byLine());
    }
}
