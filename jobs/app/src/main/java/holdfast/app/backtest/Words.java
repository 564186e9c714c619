package holdfast.app.backtest;

import holdfast.core.time.Durations;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them. */
final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final double DAY_MILLIS = 86_400_000;

    private Words() {}

    /** A share as whole percent, with one digit below ten; a dash when there is none. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        boolean small = Math.abs(share) < 0.0995 && share != 0;
        return String.format(Locale.ROOT, small ? "%.1f %%" : "%.0f %%", 100 * share)
                .replace(' ', '\u00A0');
    }

    /** A figure with three digits after the point; a dash when there is none. */
    static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** An amount in the file's unit, coarse. */
    static String amount(double amount) {
        if (amount >= 9_999_500) {
            return String.format(Locale.ROOT, "%,.1f million", amount / 1e6);
        }
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis));
    }

    /** A time span as days, rounded; with one digit below ten. */
    static String days(long millis) {
        double days = millis / DAY_MILLIS;
        String text = String.format(Locale.ROOT, days < 9.95 ? "%.1f" : "%,.0f", days);
        return text.equals("1.0") ? "1 day" : text + " days";
    }

    /** A time span as it was asked for, in words. */
    static String span(long millis) {
        String text = Durations.print(millis);
        boolean days = millis % (long) DAY_MILLIS == 0;
        return days ? count(millis / (long) DAY_MILLIS) + " days" : text;
    }
}
