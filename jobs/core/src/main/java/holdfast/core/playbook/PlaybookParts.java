package holdfast.core.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What must hold between the parts of one playbook. */
final class PlaybookParts {
    private PlaybookParts() {}

    /**
     * Checks that the parts make a whole.
     *
     * @throws IllegalArgumentException with the first thing that does not hold
     */
    static void check(Playbook playbook) {
        checkUnique("category", playbook.categories(), Category::id, Category::name);
        checkUnique("outcome", playbook.outcomes(), Outcome::id, Outcome::name);
        checkUnique("policy", playbook.policies(), Policy::id, Policy::name);
        checkEvents(playbook.categories());
        if (playbook.outcomes().isEmpty() || playbook.policies().isEmpty()) {
            throw new IllegalArgumentException("a playbook needs an outcome and a policy");
        }
        Set<Integer> categoryIds = idsOf(playbook.categories(), Category::id);
        categoryIds.add(Category.OTHER.id());
        for (Outcome outcome : playbook.outcomes()) {
            checkKnown(outcome.activityCategories(), categoryIds, outcome.name());
            checkKnown(outcome.cancelCategories(), categoryIds, outcome.name());
        }
        Set<Integer> outcomeIds = idsOf(playbook.outcomes(), Outcome::id);
        for (Policy policy : playbook.policies()) {
            checkKnown(Set.of(policy.outcomeId()), outcomeIds, policy.name());
        }
    }

    private static <T> void checkUnique(
            String what, List<T> parts, ToIntFunction<T> id, Function<T, String> name) {
        Set<Integer> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (T part : parts) {
            if (part == Category.OTHER) {
                throw new IllegalArgumentException("the category \"other\" is not declared");
            }
            if (!ids.add(id.applyAsInt(part))) {
                throw new IllegalArgumentException(
                        "two of the same %s id: %s".formatted(what, id.applyAsInt(part)));
            }
            if (!names.add(name.apply(part))) {
                throw new IllegalArgumentException(
                        "two of the same %s name: \"%s\"".formatted(what, name.apply(part)));
            }
        }
    }

    private static void checkEvents(List<Category> categories) {
        Map<String, Category> owners = new HashMap<>();
        for (Category category : categories) {
            for (String event : category.events()) {
                Category owner = owners.putIfAbsent(event, category);
                if (owner != null) {
                    throw new IllegalArgumentException(
                            "event \"%s\" is in the categories \"%s\" and \"%s\""
                                    .formatted(event, owner.name(), category.name()));
                }
            }
        }
    }

    private static <T> Set<Integer> idsOf(List<T> parts, ToIntFunction<T> id) {
        Set<Integer> ids = new HashSet<>();
        for (T part : parts) {
            ids.add(id.applyAsInt(part));
        }
        return ids;
    }

    private static void checkKnown(Set<Integer> ids, Set<Integer> known, String by) {
        List<Integer> unknown = new ArrayList<>(ids);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" refers to ids that are not declared: %s".formatted(by, unknown));
        }
    }
}
