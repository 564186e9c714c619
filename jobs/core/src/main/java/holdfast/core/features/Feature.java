package holdfast.core.features;

import java.util.Locale;

/**
 * One number that a learned score sees of a customer.
 *
 * <p>Its id and its meaning are never changed and never used for anything else: a model that was
 * fitted to it may still be about. {@code H} is the horizon of the outcome, {@code ln} the natural
 * logarithm. Only activity in the sense of the outcome counts, unless something else is said.
 */
public enum Feature {
    PRIOR_LOGIT(0, "prior_logit", FeatureFamily.TYPICAL, "logit", "of the prior, in -20 to 20"),
    RECENCY(1, "recency", FeatureFamily.SILENCE, "ln(1 + H/8)", "since the last activity"),
    RELATIVE_RECENCY(
            2,
            "relative_recency",
            FeatureFamily.SILENCE,
            "ln(1 + gaps)",
            "since the last activity, in mean gaps; one horizon more is shared by the gaps"),
    TENURE(3, "tenure", FeatureFamily.HABIT, "ln(1 + H/8)", "since the first activity"),
    ACTIVE_DAYS(4, "active_days", FeatureFamily.HABIT, "ln(1 + days)", "with activity, ever"),
    DAY_RATE(
            5,
            "day_rate",
            FeatureFamily.HABIT,
            "ln(1 + days per H)",
            "with activity, over the tenure and one horizon more"),
    ACTIVE_DAYS_7(
            6,
            "active_days_7",
            FeatureFamily.HABIT,
            "ln(1 + days)",
            "with activity, of the last 7"),
    ACTIVE_DAYS_28(
            7,
            "active_days_28",
            FeatureFamily.HABIT,
            "ln(1 + days)",
            "with activity, of the last 28"),
    ACTIVE_DAYS_128(
            8,
            "active_days_128",
            FeatureFamily.HABIT,
            "ln(1 + days)",
            "with activity, of the last 128"),
    ACTIVITY_SHORT(
            9,
            "activity_short",
            FeatureFamily.HABIT,
            "ln(1 + events)",
            "faded with the short half-life"),
    ACTIVITY_MEDIUM(
            10,
            "activity_medium",
            FeatureFamily.HABIT,
            "ln(1 + events)",
            "faded with the medium half-life"),
    ACTIVITY_LONG(
            11,
            "activity_long",
            FeatureFamily.HABIT,
            "ln(1 + events)",
            "faded with the long half-life"),
    TREND_SHORT(
            12,
            "trend_short",
            FeatureFamily.CHANGE,
            "difference of ln(1 + events per H)",
            "rate over the short half-life against the medium one"),
    TREND_LONG(
            13,
            "trend_long",
            FeatureFamily.CHANGE,
            "difference of ln(1 + events per H)",
            "rate over the medium half-life against the long one"),
    OTHER_SHARE(
            14,
            "other_share",
            FeatureFamily.CHANGE,
            "share, 0 to 1",
            "of events that are no activity, faded with the medium half-life"),
    VALUE(
            15,
            "value",
            FeatureFamily.MONEY,
            "ln(1 + minor units)",
            "paid less paid back, faded with the long half-life"),
    REFUND_SHARE(
            16,
            "refund_share",
            FeatureFamily.MONEY,
            "share, 0 to 1",
            "of what was paid, paid back");

    private final int position;
    private final String id;
    private final FeatureFamily family;
    private final String unit;
    private final String meaning;

    Feature(int position, String id, FeatureFamily family, String unit, String meaning) {
        this.position = position;
        this.id = id;
        this.family = family;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Where the feature stands in an array of them all. */
    public int position() {
        return position;
    }

    /** The name in models. */
    public String id() {
        return id;
    }

    /** The code of a reason that is this feature: the id in upper case. */
    public String code() {
        return id.toUpperCase(Locale.ROOT);
    }

    /** What it is about. */
    public FeatureFamily family() {
        return family;
    }

    /** What it is counted in, with the scaling. */
    public String unit() {
        return unit;
    }

    /** What it says, as a continuation of its unit. */
    public String meaning() {
        return meaning;
    }
}
