package holdfast.core.features;

import java.util.Locale;

/** Says in words what a feature's value means for a customer. Immutable. */
public record FeatureWords(long horizonMillis) {

    private static final double DAY_MILLIS = 86_400_000.0;
    private static final int STEPS_PER_HORIZON = 8;

    /** The words for a value of this feature. */
    public String of(Feature feature, double value) {
        double amount = Math.expm1(value);
        double days = amount * horizonMillis / STEPS_PER_HORIZON / DAY_MILLIS;
        return switch (feature) {
            case PRIOR_LOGIT -> text("typical risk of such a history: %.0f %%", percent(value));
            case RECENCY -> text("silent %.1f days", days);
            case RELATIVE_RECENCY -> text("silent for %.1f times the usual gap", amount);
            case TENURE -> text("first active %.1f days ago", days);
            case ACTIVE_DAYS -> text("active on %.0f days so far", amount);
            case DAY_RATE -> text("active on %.1f days a horizon", amount);
            case ACTIVE_DAYS_7 -> text("active on %.0f of the last 7 days", amount);
            case ACTIVE_DAYS_28 -> text("active on %.0f of the last 28 days", amount);
            case ACTIVE_DAYS_128 -> text("active on %.0f of the last 128 days", amount);
            case ACTIVITY_SHORT -> text("%.1f activities of late, faded", amount);
            case ACTIVITY_MEDIUM -> text("%.1f activities over a horizon, faded", amount);
            case ACTIVITY_LONG -> text("%.1f activities over four horizons, faded", amount);
            case TREND_SHORT -> text("of late %s than over a horizon", pace(value));
            case TREND_LONG -> text("over a horizon %s than over four", pace(value));
            case OTHER_SHARE -> text("%.0f %% of events are no activity", 100 * value);
            case VALUE -> text("worth %.0f minor units, faded", amount);
            case REFUND_SHARE -> text("%.0f %% of the money was paid back", 100 * value);
        };
    }

    private static String pace(double difference) {
        return text(
                "%.1f times %s",
                Math.exp(Math.abs(difference)), difference < 0 ? "less active" : "more active");
    }

    private static double percent(double logit) {
        return 100 / (1 + Math.exp(-logit));
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
