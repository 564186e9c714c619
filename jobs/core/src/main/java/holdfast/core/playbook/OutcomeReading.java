package holdfast.core.playbook;

import holdfast.core.document.Field;
import holdfast.core.document.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The outcomes of one playbook.
 *
 * @param outcomes those that are sound
 * @param ids the ids of all declared names
 */
record OutcomeReading(List<Outcome> outcomes, Map<String, Integer> ids) {
    static OutcomeReading of(Field field, Map<String, Integer> categoryIds) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, Integer> ids = new LinkedHashMap<>();
        Numbered.sections(field, "outcome", Ids.OUTCOME_MAX)
                .forEach(
                        (id, section) ->
                                outcome(id, section, ids, categoryIds).ifPresent(outcomes::add));
        return new OutcomeReading(outcomes, ids);
    }

    /** The horizon of a sound outcome, or any other if it is not sound. */
    long horizonMillis(Optional<Integer> outcomeId) {
        for (Outcome outcome : outcomes) {
            if (outcomeId.isPresent() && outcome.id() == outcomeId.get()) {
                return outcome.horizonMillis();
            }
        }
        return Outcome.HORIZON_MAX_MILLIS;
    }

    private static Optional<Outcome> outcome(
            int id, Section section, Map<String, Integer> ids, Map<String, Integer> categoryIds) {
        Numbered.name(section, "outcome", id, ids);
        String name = section.field("name").text();
        String by = "outcome \"" + name + "\"";
        Optional<OutcomeKind> kind = section.field("when").choice(kinds());
        Field cancels = section.field("by");
        Set<Integer> cancelIds = Set.of();
        if (kind.isPresent() && kind.get() == OutcomeKind.CANCEL) {
            cancelIds = categories(cancels, by, categoryIds);
        } else if (kind.isPresent() && cancels.isPresent()) {
            cancels.problem("\"by\" belongs to outcomes of when: cancel; " + by + " is not one");
        }
        Set<Integer> activityIds = activity(section.field("of"), by, kind, cancelIds, categoryIds);
        Set<Integer> cancelCategories = cancelIds;
        long horizonMillis = section.field("horizon").durationMillis();
        long activeWithinMillis = section.field("active-within").durationMillis();
        return section.build(
                () ->
                        new Outcome(
                                id,
                                name,
                                kind.orElseThrow(),
                                activityIds,
                                cancelCategories,
                                horizonMillis,
                                activeWithinMillis));
    }

    /** Before a cancel everything else is activity, unless the playbook says what is. */
    private static Set<Integer> activity(
            Field field,
            String by,
            Optional<OutcomeKind> kind,
            Set<Integer> cancelIds,
            Map<String, Integer> categoryIds) {
        boolean open = kind.isPresent() && kind.get() == OutcomeKind.CANCEL && !field.isPresent();
        if (!open) {
            return categories(field, by, categoryIds);
        }
        Set<Integer> activity = new TreeSet<>(categoryIds.values());
        activity.removeAll(cancelIds);
        return activity;
    }

    private static Set<Integer> categories(
            Field field, String by, Map<String, Integer> categoryIds) {
        Set<Integer> ids = new TreeSet<>();
        for (Field item : field.items()) {
            Numbered.reference(item, by, "a category", categoryIds).ifPresent(ids::add);
        }
        return ids;
    }

    private static Map<String, OutcomeKind> kinds() {
        Map<String, OutcomeKind> kinds = new LinkedHashMap<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            kinds.put(kind.label(), kind);
        }
        return kinds;
    }
}
