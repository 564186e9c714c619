package holdfast.app.csv;

import java.util.Locale;

/** How a log writes its times; what is no number is read as ISO-8601 in the first four. */
public enum TimeForm {
    /** A date, or a date and a time of day, as in 2026-05-03 14:22. */
    ISO,
    /** Seconds since 1970; a fraction may follow. */
    SECONDS,
    /** Milliseconds since 1970. */
    MILLIS,
    /** Microseconds since 1970. */
    MICROS,
    /** The day first, as in 31.12.2026 14:22 or 31/12/2026. */
    DMY,
    /** The month first, as in 12/31/2026 14:22. */
    MDY;

    /** The word for it behind a column's name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
