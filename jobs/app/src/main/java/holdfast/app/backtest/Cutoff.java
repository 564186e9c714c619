package holdfast.app.backtest;

import holdfast.app.shell.InstantConverter;
import java.time.format.DateTimeParseException;

/**
 * An instant of the past at which to pretend that it is now.
 *
 * @param text as the user wrote it, and as the files repeat it
 * @param millis events up to and including this instant are known
 */
record Cutoff(String text, long millis) {

    /**
     * Reads a date, which is its midnight UTC, or an ISO-8601 instant.
     *
     * @throws IllegalArgumentException with a message that continues the name of the option
     */
    static Cutoff parse(String text) {
        try {
            return new Cutoff(text, InstantConverter.dateOrInstant(text).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException wrong) {
            throw new IllegalArgumentException(
                    "must be dates such as 2011-05-15, or instants such as 2011-05-15T12:00:00Z"
                            + " (got \""
                            + text
                            + "\")",
                    wrong);
        }
    }
}
