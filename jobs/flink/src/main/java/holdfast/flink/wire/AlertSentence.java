package holdfast.flink.wire;

import holdfast.core.alert.Alert;
import java.util.Locale;

/** What an alert says to a person, in one sentence. */
final class AlertSentence {
    private static final double HOURS_BELOW_DAYS = 2;

    private AlertSentence() {}

    static String of(Alert alert) {
        return switch (alert.status()) {
            case OPENED, ESCALATED -> why(alert);
            case RECOVERED, RETRACTED, EXPIRED -> ending(alert);
        };
    }

    private static String why(Alert alert) {
        return switch (alert.trigger()) {
            case SILENCE -> silence(alert.silence());
            case EVENT, CLOCK ->
                    alert.reasons().isEmpty()
                            ? silence(alert.silence())
                            : alert.reasons().get(0).evidence();
        };
    }

    private static String silence(Alert.Silence silence) {
        String silent = "silent " + span(silence.silentMillis());
        if (silence.usualGapMillis() == 0) {
            return silent + "; came once so far";
        }
        return silent + "; used to come every " + span(silence.usualGapMillis());
    }

    private static String ending(Alert alert) {
        String listed = span(alert.occurredAtMillis() - alert.openedAtMillis());
        return switch (alert.closedBy()) {
            case NOTHING -> "";
            case ACTIVITY -> "returned after " + listed + " on the list";
            case SCORE -> "out of danger after " + listed + " on the list";
            case CANCEL -> "cancelled after " + listed + " on the list";
            case TIME -> "not seen in " + listed + " on the list";
            case LATE_DATA -> "had been active: data that came late disproved the alert";
            case ERASURE -> "asked to be forgotten";
        };
    }

    private static String span(long millis) {
        double days = Figures.days(millis);
        if (days < HOURS_BELOW_DAYS) {
            return String.format(Locale.ROOT, "%.0f hours", days * 24);
        }
        return String.format(Locale.ROOT, "%.0f days", days);
    }
}
