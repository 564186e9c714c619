package holdfast.app.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads instants: {@code now}, a date, which is its midnight UTC, or ISO-8601 with a zone. */
public final class InstantConverter implements ITypeConverter<Instant> {

    private static final int DATE_CHARS = "2011-05-15".length();

    /**
     * Reads a date, which is its midnight UTC, or an ISO-8601 instant.
     *
     * @throws DateTimeParseException if it is neither
     */
    public static Instant dateOrInstant(String text) {
        return text.length() == DATE_CHARS
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }

    @Override
    public Instant convert(String text) {
        if (text.equals("now")) {
            return Instant.ofEpochMilli(System.currentTimeMillis());
        }
        try {
            Instant instant = dateOrInstant(text);
            if (instant.toEpochMilli() >= 0) {
                return instant;
            }
        } catch (DateTimeParseException | ArithmeticException wrong) {
            // Said below.
        }
        throw new TypeConversionException(
                "must be now, a date such as 2026-05-15, or an instant such as"
                        + " 2026-05-15T12:00:00Z (got \""
                        + text
                        + "\")");
    }
}
