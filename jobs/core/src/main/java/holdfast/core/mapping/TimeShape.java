package holdfast.core.mapping;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a time is written. */
public enum TimeShape {
    ZONED("ISO-8601 with a zone"),
    LOCAL("ISO-8601 without a zone"),
    DATE("dates without a time of day"),
    SECONDS("seconds since 1970"),
    MILLIS("milliseconds since 1970"),
    MICROS("microseconds since 1970"),
    NANOS("nanoseconds since 1970"),
    DAY_FIRST("dates with the day first"),
    MONTH_FIRST("dates with the month first");

    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})"
                            + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                            + " ?([Zz]|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile(
                    "(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?: (\\d{2}):(\\d{2})(?::(\\d{2}))?)?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{9,19})(?:\\.\\d{1,9})?");

    /* Seconds from 2000 to 2100; smaller numbers are too easily something else. */
    private static final long SECONDS_MIN = 946_684_800L;
    private static final long SECONDS_END = 4_102_444_800L;

    private final String words;

    TimeShape(String words) {
        this.words = words;
    }

    /** What it is called in explanations. */
    public String words() {
        return words;
    }

    /** Whether it is a number since 1970. */
    boolean isNumber() {
        return this == SECONDS || this == MILLIS || this == MICROS || this == NANOS;
    }

    /** The instant, if the text is a time of this shape; a time without a zone counts as UTC. */
    OptionalLong millis(String text) {
        return switch (this) {
            case ZONED -> iso(text, true, true);
            case LOCAL -> iso(text, true, false);
            case DATE -> iso(text, false, false);
            case SECONDS -> number(text, 1_000, 1);
            case MILLIS -> number(text, 1, 1);
            case MICROS -> number(text, 1, 1_000);
            case NANOS -> number(text, 1, 1_000_000);
            case DAY_FIRST -> yearLast(text, true);
            case MONTH_FIRST -> yearLast(text, false);
        };
    }

    private static OptionalLong iso(String text, boolean clock, boolean zoned) {
        Matcher matcher = ISO.matcher(text);
        boolean fits =
                matcher.matches()
                        && (matcher.group(4) != null) == clock
                        && (matcher.group(7) != null) == zoned;
        if (!fits) {
            return OptionalLong.empty();
        }
        int[] parts = new int[6];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = whole(matcher.group(part + 1));
        }
        return zoned ? instant(parts, offset(matcher.group(7))) : instant(parts, ZoneOffset.UTC);
    }

    private static ZoneOffset offset(@Nullable String text) {
        String upper = text == null ? "UTC" : text.toUpperCase(Locale.ROOT);
        try {
            return upper.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(upper);
        } catch (DateTimeException beyond) {
            return ZoneOffset.UTC;
        }
    }

    private static OptionalLong yearLast(String text, boolean dayFirst) {
        Matcher matcher = YEAR_LAST.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        int first = whole(matcher.group(1));
        int second = whole(matcher.group(3));
        int[] parts = {
            whole(matcher.group(4)),
            dayFirst ? second : first,
            dayFirst ? first : second,
            whole(matcher.group(5)),
            whole(matcher.group(6)),
            whole(matcher.group(7))
        };
        return instant(parts, ZoneOffset.UTC);
    }

    private static OptionalLong instant(int[] parts, ZoneOffset offset) {
        try {
            LocalDateTime local =
                    LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            return OptionalLong.of(1_000 * local.toEpochSecond(offset));
        } catch (DateTimeException impossible) {
            return OptionalLong.empty();
        }
    }

    private static int whole(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /* One number fits at most one unit: the units lie a factor of 1,000 apart, a century does not. */
    private OptionalLong number(String text, long times, long parts) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String digits = matcher.group(1);
        boolean huge = digits.length() == 19 && digits.compareTo("9223372036854775807") > 0;
        long number = huge ? Long.MAX_VALUE : Long.parseLong(digits);
        long perSecond = 1_000 / times * parts;
        boolean fits = number / perSecond >= SECONDS_MIN && number / perSecond < SECONDS_END;
        return fits ? OptionalLong.of(number / parts * times) : OptionalLong.empty();
    }
}
