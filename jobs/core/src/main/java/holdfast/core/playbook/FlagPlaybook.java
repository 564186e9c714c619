package holdfast.core.playbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A playbook made from a few flags over the generic preset, for a first look at a log.
 *
 * @param horizonMillis how far the prediction looks ahead
 * @param activeWithinMillis a customer without activity for longer is not scored
 * @param activityTypes the events that count as activity; empty is every event but {@code return},
 *     {@code free_item} and the cancel type
 * @param cancelType the event that is the churn; without it churn is no activity
 */
public record FlagPlaybook(
        long horizonMillis,
        long activeWithinMillis,
        List<String> activityTypes,
        Optional<String> cancelType) {
    /**
     * Activity types with a category of their own; all further ones share another. More would let a
     * customer's state outgrow its bound.
     */
    private static final int OWN_CATEGORIES_MAX = 8;

    private static final int REST_ID = OWN_CATEGORIES_MAX + 1;
    private static final int REFUND_ID = 14;
    private static final int GIFT_ID = 15;
    private static final int CANCEL_ID = 16;
    private static final String RETURN = "return";
    private static final String FREE_ITEM = "free_item";

    public FlagPlaybook {
        activityTypes = List.copyOf(new LinkedHashSet<>(activityTypes));
        if (cancelType.isPresent() && activityTypes.contains(cancelType.get())) {
            throw new IllegalArgumentException(
                    "\"%s\" cannot be both activity and the cancel".formatted(cancelType.get()));
        }
    }

    /**
     * The playbook that these flags mean.
     *
     * @throws IllegalArgumentException if a span or a name is out of bounds
     */
    public Playbook playbook() {
        Playbook generic = Presets.generic();
        List<Category> categories = categories();
        return new Playbook(
                "flags",
                generic.version(),
                generic.zone(),
                generic.currency(),
                generic.mapping(),
                categories,
                List.of(outcome(categories)),
                List.of(policy(generic.policies().get(0))),
                generic.bands());
    }

    private List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        Set<String> rest = new LinkedHashSet<>();
        for (String type : activityTypes) {
            int id = categories.size() + 1;
            if (type.equals(RETURN) || type.equals(FREE_ITEM)) {
                continue;
            }
            if (id > OWN_CATEGORIES_MAX) {
                rest.add(type);
            } else {
                categories.add(new Category(id, "activity-" + id, Set.of(type), ValueKind.REVENUE));
            }
        }
        if (!rest.isEmpty()) {
            categories.add(new Category(REST_ID, "activity-rest", rest, ValueKind.REVENUE));
        }
        if (!isCancel(RETURN)) {
            categories.add(new Category(REFUND_ID, "refund", Set.of(RETURN), ValueKind.REFUND));
        }
        if (!isCancel(FREE_ITEM)) {
            categories.add(new Category(GIFT_ID, "gift", Set.of(FREE_ITEM), ValueKind.NONE));
        }
        cancelType.ifPresent(
                type ->
                        categories.add(
                                new Category(CANCEL_ID, "cancel", Set.of(type), ValueKind.NONE)));
        return categories;
    }

    private boolean isCancel(String type) {
        return cancelType.isPresent() && cancelType.get().equals(type);
    }

    private Outcome outcome(List<Category> categories) {
        Set<Integer> activity = new LinkedHashSet<>();
        for (Category category : categories) {
            if (category.events().stream().anyMatch(activityTypes::contains)) {
                activity.add(category.id());
            }
        }
        if (activity.isEmpty()) {
            activity.add(Category.OTHER.id());
        }
        boolean cancel = cancelType.isPresent();
        return new Outcome(
                1,
                cancel ? "cancel" : "lapse",
                cancel ? OutcomeKind.CANCEL : OutcomeKind.NO_ACTIVITY,
                activity,
                cancel ? Set.of(CANCEL_ID) : Set.of(),
                horizonMillis,
                activeWithinMillis);
    }

    private Policy policy(Policy generic) {
        return new Policy(
                1,
                generic.name(),
                1,
                generic.openAt(),
                generic.closeAt(),
                generic.escalateAt(),
                horizonMillis / 8,
                horizonMillis / 4,
                horizonMillis,
                generic.valueGateShare());
    }
}
