package holdfast.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One mapping of keys to values in a document. Whatever is asked for is a known key; when the
 * section is finished, every other key is a problem.
 */
public final class Section {
    private final String what;
    private final int line;
    private final Problems problems;
    private final int problemsBefore;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean finished;

    Section(String what, MappingNode node, Problems problems) {
        this.what = what;
        this.line = Composition.lineOf(node.getStartMark());
        this.problems = problems;
        this.problemsBefore = problems.count();
        for (NodeTuple tuple : node.getValue()) {
            add(tuple);
        }
    }

    /** A section in the place of one that is missing or broken; asking it reports nothing. */
    Section(String what, int line, Problems problems) {
        this.what = what;
        this.line = line;
        this.problems = problems;
        this.problemsBefore = -1;
        this.finished = true;
    }

    /** Where the section starts, counted from 1. */
    public int line() {
        return line;
    }

    /** The value of a key, present or not. */
    public Field field(String key) {
        known.add(key);
        Field field = fields.get(key);
        return field == null ? new Field(key, this, line, null, problems) : field;
    }

    /** All keys with their values, in the order written; each counts as known. */
    public List<Field> entries() {
        known.addAll(fields.keySet());
        return new ArrayList<>(fields.values());
    }

    /** Notes a problem of the section as a whole. */
    public void problem(String message) {
        problems.add(line, message);
    }

    /**
     * Finishes the section and makes its value, unless something in it is wrong. What the value's
     * own checks refuse becomes a problem of the section.
     */
    public <T> Optional<T> build(Supplier<T> making) {
        finish();
        if (problems.count() != problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException refusal) {
            problem(String.valueOf(refusal.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether something in this section was wrong so far. */
    public boolean isBroken() {
        return problems.count() != problemsBefore;
    }

    String what() {
        return what;
    }

    void missing(String key) {
        missing.add(key);
    }

    /* A key that was mistyped is missing too, but one mistake is one problem. */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        for (Field field : fields.values()) {
            if (!known.contains(field.key()) && !problems.isFull()) {
                reportUnknown(field);
            }
        }
        for (String key : missing) {
            problem("missing key \"%s\" in %s".formatted(key, what));
        }
    }

    private void reportUnknown(Field field) {
        String message = "unknown key %s in %s".formatted(Problems.quoted(field.key()), what);
        Set<String> free = new LinkedHashSet<>(known);
        free.removeAll(fields.keySet());
        Optional<String> nearest = Nearest.of(field.key(), free);
        nearest.ifPresent(missing::remove);
        field.problem(message + nearest.map(key -> "; did you mean \"" + key + "\"?").orElse(""));
    }

    private void add(NodeTuple tuple) {
        int keyLine = Composition.lineOf(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(keyLine, "a key in " + what + " must be plain text");
            return;
        }
        String key = scalar.getValue();
        Field field = new Field(key, this, keyLine, tuple.getValueNode(), problems);
        if (fields.putIfAbsent(key, field) != null) {
            problems.add(keyLine, "duplicate key %s in %s".formatted(Problems.quoted(key), what));
        }
    }
}
