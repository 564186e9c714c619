package holdfast.core.features;

import holdfast.core.alert.Phrase;

/** Says in words what a feature's value means for a customer. Immutable. */
public record FeatureWords(long horizonMillis) {

    private static final double DAY_MILLIS = 86_400_000.0;
    private static final int STEPS_PER_HORIZON = 8;

    /** The words for a value of this feature. */
    public String of(Feature feature, double value) {
        double amount = Math.expm1(value);
        double days = amount * horizonMillis / STEPS_PER_HORIZON / DAY_MILLIS;
        return switch (feature) {
            case PRIOR_LOGIT ->
                    Phrase.of("typical risk of such a history: %.0f %%", percent(value));
            case RECENCY -> Phrase.of("silent %.1f days", days);
            case RELATIVE_RECENCY -> Phrase.of("silent for %.1f times the usual gap", amount);
            case TENURE -> Phrase.of("first active %.1f days ago", days);
            case ACTIVE_DAYS -> Phrase.of("active on %.0f days so far", amount);
            case DAY_RATE -> Phrase.of("active on %.1f days a horizon", amount);
            case ACTIVE_DAYS_7 -> Phrase.of("active on %.0f of the last 7 days", amount);
            case ACTIVE_DAYS_28 -> Phrase.of("active on %.0f of the last 28 days", amount);
            case ACTIVE_DAYS_128 -> Phrase.of("active on %.0f of the last 128 days", amount);
            case ACTIVITY_SHORT -> Phrase.of("%.1f activities of late, faded", amount);
            case ACTIVITY_MEDIUM -> Phrase.of("%.1f activities over a horizon, faded", amount);
            case ACTIVITY_LONG -> Phrase.of("%.1f activities over four horizons, faded", amount);
            case TREND_SHORT -> Phrase.of("of late %s than over a horizon", pace(value));
            case TREND_LONG -> Phrase.of("over a horizon %s than over four", pace(value));
            case OTHER_SHARE -> Phrase.of("%.0f %% of events are no activity", 100 * value);
            case VALUE -> Phrase.of("worth %.0f minor units, faded", amount);
            case REFUND_SHARE -> Phrase.of("%.0f %% of the money was paid back", 100 * value);
        };
    }

    private static String pace(double difference) {
        return Phrase.of(
                "%.1f times %s",
                Math.exp(Math.abs(difference)), difference < 0 ? "less active" : "more active");
    }

    private static double percent(double logit) {
        return 100 / (1 + Math.exp(-logit));
    }
}
