package holdfast.flink.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values found in one record, not yet checked; reused from record to record. */
final class RawFields {
    /** How a value was written. */
    enum Shape {
        ABSENT,
        TEXT,
        /** A number in the text's own units. */
        NUMBER,
        /** A whole number in our units: milliseconds, minor units. */
        LONG,
        /** A list, an object or a truth value. */
        OTHER
    }

    private final Shape[] shapes = new Shape[Role.COUNT];
    private final @Nullable Target[] targets = new @Nullable Target[Role.COUNT];
    private final String[] texts = new String[Role.COUNT];
    private final long[] longs = new long[Role.COUNT];

    RawFields() {
        clear();
    }

    void clear() {
        Arrays.fill(shapes, Shape.ABSENT);
        Arrays.fill(targets, null);
        Arrays.fill(texts, "");
    }

    /** Whether a value for this target would replace what was found so far. */
    boolean wants(Target target) {
        Target found = targets[target.role().slot()];
        return found == null || target.rank() < found.rank();
    }

    void text(Target target, String text) {
        if (!text.isBlank()) {
            put(target, Shape.TEXT, text);
        }
    }

    void number(Target target, String digits) {
        put(target, Shape.NUMBER, digits);
    }

    void other(Target target) {
        put(target, Shape.OTHER, "");
    }

    void whole(Target target, long value) {
        put(target, Shape.LONG, "");
        longs[target.role().slot()] = value;
    }

    Shape shape(Role role) {
        return shapes[role.slot()];
    }

    /** The text, or the digits, as written. */
    String text(Role role) {
        return texts[role.slot()];
    }

    long whole(Role role) {
        return longs[role.slot()];
    }

    int millisDigits(Role role) {
        Target found = targets[role.slot()];
        return found == null ? 0 : found.millisDigits();
    }

    private void put(Target target, Shape shape, String text) {
        int at = target.role().slot();
        shapes[at] = shape;
        targets[at] = target;
        texts[at] = text;
    }
}
