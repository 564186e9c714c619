package holdfast.core.playbook;

import java.util.Locale;

/** The unit of a time that is sent as a number since 1970. */
public enum TimeScale {
    MILLIS,
    MICROS,
    SECONDS;

    /** The word for it behind a path in a playbook. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number in milliseconds; a number beyond the range of time stays at its end. */
    public long toMillis(long number) {
        return switch (this) {
            case MILLIS -> number;
            case MICROS -> Math.floorDiv(number, 1_000L);
            case SECONDS -> saturated(number);
        };
    }

    private static long saturated(long seconds) {
        if (seconds > Long.MAX_VALUE / 1_000) {
            return Long.MAX_VALUE;
        }
        return seconds < Long.MIN_VALUE / 1_000 ? Long.MIN_VALUE : seconds * 1_000;
    }
}
