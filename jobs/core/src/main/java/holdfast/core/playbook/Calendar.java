package holdfast.core.playbook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The special days of a playbook. They may overlap.
 *
 * @param days by rising start, then name; at most {@value #ENTRIES_MAX}, no name and start twice
 */
public record Calendar(List<SpecialDays> days) {

    /** More entries than that are no calendar but a log. */
    static final int ENTRIES_MAX = 200;

    private static final Calendar NONE = new Calendar(List.of());

    public Calendar {
        if (days.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    "a calendar has at most %d entries: %d".formatted(ENTRIES_MAX, days.size()));
        }
        Set<String> seen = new HashSet<>();
        for (SpecialDays each : days) {
            if (!seen.add(each.from() + " " + each.name())) {
                throw new IllegalArgumentException(
                        "calendar \"%s\" of %s is there twice".formatted(each.name(), each.from()));
            }
        }
        days =
                days.stream()
                        .sorted(
                                Comparator.comparing(SpecialDays::from)
                                        .thenComparing(SpecialDays::name))
                        .toList();
    }

    /** No special days. */
    public static Calendar none() {
        return NONE;
    }
}
