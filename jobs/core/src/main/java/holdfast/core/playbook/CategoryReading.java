package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The categories of one playbook.
 *
 * @param categories those that are sound
 * @param ids the ids of all declared names, and of {@code other}
 */
record CategoryReading(List<Category> categories, Map<String, Integer> ids) {
    static CategoryReading of(Field field) {
        List<Category> categories = new ArrayList<>();
        Map<String, Integer> ids = new LinkedHashMap<>();
        if (field.isPresent()) {
            Map<String, String> ownerByEvent = new LinkedHashMap<>();
            Numbered.sections(field, "category", Ids.CATEGORY_MAX)
                    .forEach(
                            (id, section) ->
                                    category(id, section, ids, ownerByEvent)
                                            .ifPresent(categories::add));
        }
        ids.put(Category.OTHER.name(), Category.OTHER.id());
        return new CategoryReading(categories, ids);
    }

    private static Optional<Category> category(
            int id, Section section, Map<String, Integer> ids, Map<String, String> ownerByEvent) {
        Numbered.name(section, "category", id, ids);
        String name = section.field("name").text();
        Set<String> events = events(section.field("events"), name, ownerByEvent);
        Field value = section.field("value");
        ValueKind kind =
                value.isPresent() ? value.choice(values()).orElse(ValueKind.NONE) : ValueKind.NONE;
        return section.build(() -> new Category(id, name, events, kind));
    }

    private static Set<String> events(
            Field field, String category, Map<String, String> ownerByEvent) {
        Set<String> events = new LinkedHashSet<>();
        for (Field item : field.items()) {
            String event = item.text();
            String owner = ownerByEvent.putIfAbsent(event, category);
            if (owner != null) {
                item.problem(
                        owner.equals(category)
                                ? "event \"%s\" is listed twice".formatted(event)
                                : "event \"%s\" is in the categories \"%s\" and \"%s\""
                                        .formatted(event, owner, category));
            }
            events.add(event);
        }
        return events;
    }

    private static Map<String, ValueKind> values() {
        Map<String, ValueKind> values = new LinkedHashMap<>();
        for (ValueKind kind : ValueKind.values()) {
            values.put(kind.label(), kind);
        }
        return values;
    }
}
