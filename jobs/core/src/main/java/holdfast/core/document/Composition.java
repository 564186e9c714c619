package holdfast.core.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns text into a tree of nodes within bounds. */
final class Composition {
    static final int TEXT_CHARS_MAX = 1 << 20;
    static final int DEPTH_MAX = 16;
    static final int NODES_MAX = 50_000;

    private final Problems problems;
    private int depth;
    private int nodes;
    private int documents;

    private Composition(Problems problems) {
        this.problems = problems;
    }

    /** The topmost node; if there is none, the problems say why. */
    static Optional<Node> of(String text, Problems problems) {
        if (text.length() > TEXT_CHARS_MAX) {
            problems.add(1, "the document is longer than " + TEXT_CHARS_MAX + " characters");
            return Optional.empty();
        }
        try {
            return new Composition(problems).compose(text);
        } catch (MarkedYamlEngineException broken) {
            problems.add(lineOf(broken.getProblemMark()), "not YAML: " + broken.getProblem());
        } catch (RuntimeException broken) {
            // The parser reports some input, such as unprintable characters, in ways of its own.
            problems.add(1, "not YAML: " + Problems.quoted(String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setCodePointLimit(TEXT_CHARS_MAX)
                        .setUseMarks(true)
                        .build();
        // Composing recurses, so the bounds are checked on the flat stream of events first.
        for (Event event : new Parse(settings).parseString(text)) {
            checkBounds(event);
            if (problems.count() > 0) {
                return Optional.empty();
            }
        }
        Optional<Node> root = new Compose(settings).composeString(text);
        if (root.isEmpty()) {
            problems.add(1, "the document is empty");
        }
        return root;
    }

    private void checkBounds(Event event) {
        int line = lineOf(event.getStartMark());
        if (event instanceof AliasEvent || hasAnchor(event)) {
            problems.add(line, "anchors and aliases are not understood; write it out");
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        } else if (event instanceof CollectionStartEvent && ++depth > DEPTH_MAX) {
            problems.add(line, "nested deeper than " + DEPTH_MAX + " levels");
        } else if (event instanceof NodeEvent && ++nodes > NODES_MAX) {
            problems.add(line, "more than " + NODES_MAX + " values");
        } else if (event instanceof DocumentStartEvent && ++documents > 1) {
            problems.add(line, "more than one document");
        }
    }

    private static boolean hasAnchor(Event event) {
        return event instanceof NodeEvent node && node.getAnchor().isPresent();
    }

    static int lineOf(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
