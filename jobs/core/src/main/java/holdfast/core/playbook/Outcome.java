package holdfast.core.playbook;

import holdfast.core.time.Durations;
import java.util.Objects;
import java.util.Set;

/**
 * What counts as churn, over which horizon, for which customers.
 *
 * @param id 1 to 8, never reused for another meaning
 * @param name how people call it; at most 64 characters
 * @param kind what makes it come true
 * @param activityCategories ids of the categories whose events count as activity; 0 is {@link
 *     Category#OTHER}; never empty
 * @param cancelCategories ids of the categories whose events are the cancel; empty unless the kind
 *     is {@link OutcomeKind#CANCEL}
 * @param horizonMillis how far the prediction looks ahead; 8 s to 3 years
 * @param activeWithinMillis a customer without activity for longer is not scored; at least an
 *     eighth of the horizon, at most 10 years
 */
public record Outcome(
        int id,
        String name,
        OutcomeKind kind,
        Set<Integer> activityCategories,
        Set<Integer> cancelCategories,
        long horizonMillis,
        long activeWithinMillis) {
    static final long HORIZON_MIN_MILLIS = Durations.parseMillis("8s");
    static final long HORIZON_MAX_MILLIS = Durations.parseMillis("1096d");
    static final long ACTIVE_WITHIN_MAX_MILLIS = Durations.parseMillis("3653d");

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        Ids.check("outcome", id, Ids.OUTCOME_MAX);
        Ids.checkName("outcome", name, Ids.NAME_CHARS_MAX);
        activityCategories = Ids.sorted(activityCategories);
        cancelCategories = Ids.sorted(cancelCategories);
        checkCategories(kind, activityCategories, cancelCategories);
        checkSpans(horizonMillis, activeWithinMillis);
    }

    /** Whether an event of this category keeps the outcome from coming true. */
    public boolean isActivity(int categoryId) {
        return activityCategories.contains(categoryId); // small ids box to shared objects
    }

    /** Whether an event of this category makes the outcome come true. */
    public boolean isCancel(int categoryId) {
        return cancelCategories.contains(categoryId);
    }

    private static void checkCategories(
            OutcomeKind kind, Set<Integer> activity, Set<Integer> cancel) {
        if (activity.isEmpty()) {
            throw new IllegalArgumentException("an outcome needs a category that is activity");
        }
        if (kind == OutcomeKind.CANCEL && cancel.isEmpty()) {
            throw new IllegalArgumentException("a cancel outcome needs a category that cancels");
        }
        if (kind == OutcomeKind.NO_ACTIVITY && !cancel.isEmpty()) {
            throw new IllegalArgumentException("a no-activity outcome has no cancel categories");
        }
        if (cancel.stream().anyMatch(activity::contains)) {
            throw new IllegalArgumentException("a category cannot be both activity and cancel");
        }
    }

    private static void checkSpans(long horizonMillis, long activeWithinMillis) {
        if (horizonMillis < HORIZON_MIN_MILLIS || horizonMillis > HORIZON_MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "horizon must lie between 8s and 1096d: " + horizonMillis + " ms");
        }
        if (activeWithinMillis < horizonMillis / 8) {
            throw new IllegalArgumentException(
                    "active-within must be at least an eighth of the horizon: "
                            + activeWithinMillis
                            + " ms");
        }
        if (activeWithinMillis > ACTIVE_WITHIN_MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "active-within must be at most 3653d: " + activeWithinMillis + " ms");
        }
    }
}
