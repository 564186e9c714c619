package holdfast.core.playbook;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of activity: the events that count as one and what their amounts mean.
 *
 * @param id 1 to 32, never reused for another meaning; 0 for {@link #OTHER} alone
 * @param name how people call it; at most 64 characters
 * @param events the names of its events, in the order declared; empty for {@link #OTHER} alone
 * @param value what the events' amounts do to the customer's value
 */
public record Category(int id, String name, Set<String> events, ValueKind value) {
    /** The implicit category of every event that no other category names. */
    public static final Category OTHER = new Category(0, "other", Set.of(), ValueKind.REVENUE);

    public Category {
        Objects.requireNonNull(value, "value");
        Ids.checkName("category", name, Ids.NAME_CHARS_MAX);
        boolean other = id == 0 && name.equals("other") && events.isEmpty();
        if (!other) {
            checkDeclared(id, name, events);
        }
        events = Collections.unmodifiableSet(new LinkedHashSet<>(events));
    }

    private static void checkDeclared(int id, String name, Set<String> events) {
        Ids.check("category", id, Ids.CATEGORY_MAX);
        if (name.equals("other")) {
            throw new IllegalArgumentException(
                    "the category name \"other\" is kept for events that no category names");
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("category \"" + name + "\" names no event");
        }
        for (String event : events) {
            Ids.checkName("event", event, Ids.EVENT_CHARS_MAX);
        }
    }
}
