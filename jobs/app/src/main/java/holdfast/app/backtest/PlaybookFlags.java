package holdfast.app.backtest;

import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line changes about a playbook.
 *
 * <p>With any change the result has the primary outcome alone, with its policies; their spans
 * stretch with the horizon.
 *
 * @param activity the only events that are activity; empty leaves it to the playbook
 * @param cancel the event that is a cancel; empty leaves it to the playbook
 */
record PlaybookFlags(
        OptionalLong horizonMillis,
        OptionalLong activeWithinMillis,
        Set<String> activity,
        Set<String> cancel) {

    private static final int CATEGORY_ID_MAX = 32;

    /**
     * The playbook as changed.
     *
     * @throws IllegalArgumentException if the changes do not make a playbook
     */
    Playbook applyTo(Playbook playbook) {
        if (horizonMillis.isEmpty()
                && activeWithinMillis.isEmpty()
                && activity.isEmpty()
                && cancel.isEmpty()) {
            return playbook;
        }
        List<Category> categories = withoutNamedEvents(playbook.categories());
        Set<Integer> active = new TreeSet<>(playbook.primaryOutcome().activityCategories());
        Set<Integer> cancelling = new TreeSet<>(playbook.primaryOutcome().cancelCategories());
        if (!activity.isEmpty()) {
            active = Set.of(add("backtest activity", activity, categories));
        }
        if (!cancel.isEmpty()) {
            cancelling = Set.of(add("backtest cancel", cancel, categories));
        }
        return rebuilt(playbook, categories, outcome(playbook, categories, active, cancelling));
    }

    private List<Category> withoutNamedEvents(List<Category> categories) {
        List<Category> kept = new ArrayList<>();
        for (Category category : categories) {
            Set<String> events = new LinkedHashSet<>(category.events());
            events.removeAll(activity);
            events.removeAll(cancel);
            if (!events.isEmpty()) {
                kept.add(new Category(category.id(), category.name(), events, category.value()));
            }
        }
        return kept;
    }

    private static int add(String name, Set<String> events, List<Category> categories) {
        for (int id = CATEGORY_ID_MAX; id > 0; id--) {
            int free = id;
            if (categories.stream().noneMatch(category -> category.id() == free)) {
                categories.add(new Category(id, name, events, ValueKind.REVENUE));
                return id;
            }
        }
        throw new IllegalArgumentException(
                "the playbook has no category id left for " + String.join(", ", events));
    }

    private Outcome outcome(
            Playbook playbook,
            List<Category> categories,
            Set<Integer> active,
            Set<Integer> cancelling) {
        Outcome primary = playbook.primaryOutcome();
        Set<Integer> known = new TreeSet<>(List.of(Category.OTHER.id()));
        categories.forEach(category -> known.add(category.id()));
        Set<Integer> stillActive = new TreeSet<>(active);
        stillActive.retainAll(known);
        stillActive.removeAll(cancelling);
        return new Outcome(
                primary.id(),
                primary.name(),
                cancel.isEmpty() ? primary.kind() : OutcomeKind.CANCEL,
                stillActive,
                cancelling,
                horizonMillis.orElse(primary.horizonMillis()),
                activeWithinMillis.orElse(primary.activeWithinMillis()));
    }

    private static Playbook rebuilt(Playbook playbook, List<Category> categories, Outcome outcome) {
        double stretch =
                (double) outcome.horizonMillis() / playbook.primaryOutcome().horizonMillis();
        List<Policy> policies = new ArrayList<>();
        for (Policy policy : playbook.policies()) {
            if (policy.outcomeId() == outcome.id()) {
                policies.add(stretched(policy, stretch));
            }
        }
        return new Playbook(
                        playbook.name(),
                        playbook.version(),
                        playbook.zone(),
                        playbook.currency(),
                        playbook.mapping(),
                        categories,
                        List.of(outcome),
                        policies,
                        playbook.bands())
                .withCalendar(playbook.calendar());
    }

    private static Policy stretched(Policy policy, double stretch) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.outcomeId(),
                policy.openAt(),
                policy.closeAt(),
                policy.escalateAt(),
                Math.round(policy.quietForMillis() * stretch),
                Math.round(policy.coolDownMillis() * stretch),
                Math.max(1, Math.round(policy.expiresAfterMillis() * stretch)),
                policy.valueGateShare());
    }
}
