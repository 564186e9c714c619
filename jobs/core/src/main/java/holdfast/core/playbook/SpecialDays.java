package holdfast.core.playbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Days on which customers behave as they do on no others.
 *
 * @param name such as {@code summer closing}
 * @param from the first day, in the playbook's zone
 * @param until the last day, itself included
 * @param effect what is special about them
 */
public record SpecialDays(String name, LocalDate from, LocalDate until, Effect effect) {

    private static final int DAYS_MAX = 366;

    /** What is special about days. Either way what customers do then is not learned from. */
    public enum Effect {
        /** Customers come who would not have come by themselves, or sooner than they would. */
        SALE,
        /** Customers cannot come. */
        CLOSED;

        /** The word in playbooks. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SpecialDays {
        Ids.checkName("calendar", name, Ids.NAME_CHARS_MAX);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "calendar \"%s\" ends on %s, before it begins on %s; until is its last day"
                            .formatted(name, until, from));
        }
        if (ChronoUnit.DAYS.between(from, until) >= DAYS_MAX) {
            throw new IllegalArgumentException(
                    "calendar \"%s\" takes more than %d days: what lasts is not special"
                            .formatted(name, DAYS_MAX));
        }
    }
}
