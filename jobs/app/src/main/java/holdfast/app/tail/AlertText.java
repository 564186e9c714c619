package holdfast.app.tail;

import java.util.Currency;
import java.util.Locale;

/**
 * Alerts as a person reads them: a line that names customer, risk and money, and under it why.
 *
 * @param coloured whether to colour the status; the words say the same without
 */
public record AlertText(boolean coloured) {

    private static final String INDENT = " ".repeat(13);
    private static final double WHOLE_UNITS_FROM = 10;

    /** One alert, in one to three lines without a line end. */
    public String lines(AlertMessage alert) {
        String status = alert.text("status");
        StringBuilder text = new StringBuilder();
        text.append(painted(status, String.format(Locale.ROOT, "%s %-10s", mark(status), status)));
        text.append(' ').append(alert.text("customer_id"));
        if (status.equals("OPENED") || status.equals("ESCALATED")) {
            stakes(text, alert);
            policy(text, alert);
            why(text, alert);
            return text.toString();
        }
        ending(text, alert);
        policy(text, alert);
        return text.toString();
    }

    private static void policy(StringBuilder text, AlertMessage alert) {
        String policy = alert.text("policy");
        if (!policy.isEmpty()) {
            text.append("  (").append(policy).append(')');
        }
    }

    private static String mark(String status) {
        return switch (status) {
            case "OPENED" -> "▲";
            case "ESCALATED" -> "⬆";
            case "RECOVERED" -> "▼";
            case "RETRACTED" -> "✗";
            default -> "·";
        };
    }

    private String painted(String status, String words) {
        if (!coloured) {
            return words;
        }
        int colour =
                switch (status) {
                    case "OPENED" -> 33;
                    case "ESCALATED" -> 31;
                    case "RECOVERED" -> 32;
                    default -> 90;
                };
        return "\u001b[" + colour + "m" + words + "\u001b[0m";
    }

    private static void stakes(StringBuilder text, AlertMessage alert) {
        text.append("  risk ").append(percent(alert.number("probability")));
        text.append("  value at risk ").append(money(alert));
        double percentile = alert.number("percentile");
        if (!Double.isNaN(percentile)) {
            long topPercent = Math.max(1, Math.round(100 - percentile));
            text.append("  top ").append(topPercent).append(" %");
        }
    }

    private static void why(StringBuilder text, AlertMessage alert) {
        text.append('\n').append(INDENT);
        String words = alert.text("text");
        text.append(words.isEmpty() ? silence(alert) : words);
        double ifActive = alert.number("probability_if_active");
        if (ifActive < alert.number("probability")) {
            text.append('\n').append(INDENT).append("way back: if active now, the risk is ");
            text.append(percent(ifActive));
        }
    }

    private static String silence(AlertMessage alert) {
        String silent = "silent " + days(alert.number("silent_days"));
        double usual = alert.number("usual_gap_days");
        return Double.isNaN(usual) ? silent : silent + "; used to come every " + days(usual);
    }

    private static void ending(StringBuilder text, AlertMessage alert) {
        switch (alert.text("closed_by")) {
            case "ACTIVITY" -> text.append(" returned");
            case "SCORE" -> text.append(" is out of danger");
            case "CANCEL" -> text.append(" cancelled");
            case "TIME" -> text.append(" was not seen in time");
            case "LATE_DATA" -> text.append(" had been active: late data disproved the alert");
            case "ERASURE" -> text.append(" was erased");
            default -> {}
        }
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String days(double days) {
        if (days < 2) {
            return Math.round(days * 24) + " hours";
        }
        return Math.round(days) + " days";
    }

    private static String money(AlertMessage alert) {
        double amount = alert.number("value_at_risk");
        String digits = amount >= WHOLE_UNITS_FROM || amount == 0 ? "%,.0f" : "%,.2f";
        return symbol(alert.text("currency")) + String.format(Locale.ROOT, digits, amount);
    }

    private static String symbol(String code) {
        try {
            String symbol = Currency.getInstance(code).getSymbol(Locale.US);
            return symbol.length() == 1 ? symbol : code + " ";
        } catch (IllegalArgumentException unknown) {
            return code.isEmpty() ? "" : code + " ";
        }
    }
}
