package holdfast.core.features;

import holdfast.core.alert.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * One number that a learned score sees of what a customer does in one category.
 *
 * <p>As with {@link Feature}, an id and its meaning are never changed. Read as it stands, with no
 * hypothetical activity in it.
 */
public enum CategoryFeature {
    SHARE(
            0,
            "share",
            FeatureFamily.HABIT,
            "share, 0 to 1",
            "of all events, faded with the medium half-life"),
    RECENT(1, "recent", FeatureFamily.HABIT, "ln(1 + events)", "faded with the medium half-life"),
    USUAL(2, "usual", FeatureFamily.HABIT, "ln(1 + events per H)", "rate over the long half-life"),
    TREND(
            3,
            "trend",
            FeatureFamily.CHANGE,
            "difference of ln(1 + events per H)",
            "rate over the short half-life against the long one");

    private static final List<CategoryFeature> ALL = List.of(values());

    private final int position;
    private final String id;
    private final FeatureFamily family;
    private final String unit;
    private final String meaning;

    CategoryFeature(int position, String id, FeatureFamily family, String unit, String meaning) {
        this.position = position;
        this.id = id;
        this.family = family;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** All, each at its position. */
    public static List<CategoryFeature> all() {
        return ALL;
    }

    /** Where it stands among the features of a category. */
    public int position() {
        return position;
    }

    /** The name in models. */
    public String id() {
        return id;
    }

    /** The code of a reason that is this feature of a category. */
    public String code(int categoryId) {
        return "CATEGORY_%d_%s".formatted(categoryId, id.toUpperCase(Locale.ROOT));
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

    /** The words for a value of this feature, of a category of this name. */
    public String words(String category, double value) {
        return switch (this) {
            case SHARE -> Phrase.of("%.0f %% of events are %s", 100 * value, category);
            case RECENT -> Phrase.of("%.1f times %s, faded", Math.expm1(value), category);
            case USUAL -> Phrase.of("usually %.1f times %s a horizon", Math.expm1(value), category);
            case TREND ->
                    Phrase.of(
                            "%s %.1f times %s of late than usual",
                            category,
                            Math.exp(Math.abs(value)),
                            value < 0 ? "less often" : "more often");
        };
    }
}
