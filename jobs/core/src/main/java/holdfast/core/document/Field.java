package holdfast.core.document;

import holdfast.core.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a document under its key, or the lack of one. Reading it as something it is not
 * notes a problem and returns a stand-in, so that reading goes on to the next problem.
 */
public final class Field {
    private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);

    private final String key;
    private final Section owner;
    private final int line;
    private final @Nullable Node node;
    private final Problems problems;

    Field(String key, Section owner, int line, @Nullable Node node, Problems problems) {
        this.key = key;
        this.owner = owner;
        this.line = line;
        this.node = node;
        this.problems = problems;
    }

    public String key() {
        return key;
    }

    /** Where the value stands, counted from 1. */
    public int line() {
        return line;
    }

    public boolean isPresent() {
        return node != null;
    }

    /** Notes a problem of this value. */
    public void problem(String message) {
        problems.add(line, message);
    }

    /** Notes a problem of this value in words that continue its key. */
    public void refuse(String message) {
        problem("\"%s\" in %s %s".formatted(key, owner.what(), message));
    }

    /** The text; empty if there is none. */
    public String text() {
        return scalar().map(ScalarNode::getValue).orElse("");
    }

    public String textOr(String fallback) {
        return isPresent() ? text() : fallback;
    }

    /** A whole number from min to max; min if there is none. */
    public long whole(long min, long max) {
        Optional<ScalarNode> scalar = scalar();
        if (scalar.isEmpty()) {
            return min;
        }
        Optional<Long> number = scalar.filter(ScalarNode::isPlain).flatMap(Field::wholeNumber);
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            String range = max == Long.MAX_VALUE ? " from " + min : " from " + min + " to " + max;
            refuse("must be a whole number" + range + got(scalar.get()));
            return min;
        }
        return number.get();
    }

    /** A finite number; 0 if there is none. */
    public double number() {
        Optional<ScalarNode> scalar = scalar();
        if (scalar.isEmpty()) {
            return 0;
        }
        Optional<Double> number = scalar.filter(ScalarNode::isPlain).flatMap(Field::finite);
        if (number.isEmpty()) {
            refuse("must be a number" + got(scalar.get()));
        }
        return number.orElse(0.0);
    }

    public double numberOr(double fallback) {
        return isPresent() ? number() : fallback;
    }

    /** A duration with its unit, in milliseconds; 0 if there is none. */
    public long durationMillis() {
        return parsed(Durations::parseMillis).orElse(0L);
    }

    public long durationMillisOr(long fallbackMillis) {
        return isPresent() ? durationMillis() : fallbackMillis;
    }

    /** One of these words, by its meaning. */
    public <T> Optional<T> choice(Map<String, T> meanings) {
        Optional<ScalarNode> scalar = scalar();
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String word = scalar.get().getValue();
        T meaning = meanings.get(word);
        if (meaning == null) {
            refuse("must be one of " + String.join(", ", meanings.keySet()) + got(scalar.get()));
            return Optional.empty();
        }
        return Optional.of(meaning);
    }

    /** What the parser makes of the text; its IllegalArgumentException becomes a problem. */
    public <T> Optional<T> parsed(Function<String, T> parser) {
        return scalar().map(ScalarNode::getValue).flatMap(text -> parse(text, parser));
    }

    /** The items of a list, each under this key; a single value is a list of one. */
    public List<Field> items() {
        if (node == null) {
            owner.missing(key);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return node instanceof ScalarNode ? List.of(this) : wrongKind("a list");
        }
        List<Field> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            int itemLine = Composition.lineOf(item.getStartMark());
            items.add(new Field(key, owner, itemLine, item, problems));
        }
        return items;
    }

    /** The texts of a list. */
    public List<String> texts() {
        return items().stream().map(Field::text).toList();
    }

    /** The numbers of a list. */
    public double[] numbers() {
        return items().stream().mapToDouble(Field::number).toArray();
    }

    /** The mapping under this key; an empty one that reports nothing more if there is none. */
    public Section section(String what) {
        if (node instanceof MappingNode mapping) {
            return new Section(what, mapping, problems);
        }
        if (node == null) {
            owner.missing(key);
        } else {
            wrongKind("a mapping of keys to values");
        }
        return new Section(what, line, problems);
    }

    private Optional<ScalarNode> scalar() {
        if (node == null) {
            owner.missing(key);
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrongKind("a single value");
            return Optional.empty();
        }
        if (node.getTag().equals(Tag.NULL)) {
            refuse("has no value");
            return Optional.empty();
        }
        if (!SCALARS.contains(node.getTag())) {
            refuse("carries a tag; tags are not understood");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    private List<Field> wrongKind(String wanted) {
        refuse("must be " + wanted);
        return List.of();
    }

    private <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException refusal) {
            refuse(String.valueOf(refusal.getMessage()));
            return Optional.empty();
        }
    }

    private static String got(ScalarNode scalar) {
        return " (got " + Problems.quoted(scalar.getValue()) + ")";
    }

    private static Optional<Long> wholeNumber(ScalarNode scalar) {
        try {
            return Optional.of(Long.parseLong(scalar.getValue()));
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    private static Optional<Double> finite(ScalarNode scalar) {
        boolean decimal =
                scalar.getValue().chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        if (!decimal) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(scalar.getValue())).filter(Double::isFinite);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
