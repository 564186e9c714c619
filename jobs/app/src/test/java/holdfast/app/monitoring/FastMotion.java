package holdfast.app.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The shipped rules in fast motion: every duration in square brackets, after {@code offset} and
 * after {@code for:} is divided by {@value #TIMES}; nothing else is changed.
 */
final class FastMotion {

    static final int TIMES = 30;

    private static final Pattern DURATION = Pattern.compile("(\\[|offset |for: )(\\d+)([hm])\\b");

    private FastMotion() {}

    static String rules() {
        try {
            return of(Files.readString(Shipped.RULES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String of(String rules) {
        return DURATION.matcher(rules).replaceAll(found -> found.group(1) + millis(found) + "ms");
    }

    private static long millis(MatchResult found) {
        long unitMillis = found.group(3).equals("h") ? 3_600_000 : 60_000;
        return Long.parseLong(found.group(2)) * unitMillis / TIMES;
    }
}
