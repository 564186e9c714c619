package holdfast.core.score;

import holdfast.core.alert.Phrase;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureFamily;
import holdfast.core.features.FeatureWords;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each weight of a learned score does, in words: how the odds of losing a customer change over
 * the range that the feature was seen in, all else being equal.
 */
public final class WeightWords {

    private WeightWords() {}

    /**
     * What one weight does.
     *
     * @param code of the reason that it is in alerts
     * @param unit what the feature is counted in, with the scaling
     * @param meaning what it says, as a continuation of its unit
     * @param low the least value seen, in words
     * @param high the greatest value seen, in words
     */
    public record Said(
            String code,
            FeatureFamily family,
            String unit,
            String meaning,
            FeatureWeight weight,
            String low,
            String high) {

        /** How far the logit moves from the least value seen to the greatest. */
        public double logitSpan() {
            return weight.weight() * (weight.max() - weight.min());
        }

        /** Such as {@code odds × 10.1 from "silent 0.1 days" to "silent 60.0 days"}. */
        public String sentence() {
            double span = logitSpan();
            return Phrase.of(
                    "odds %s %s from \"%s\" to \"%s\"",
                    span < 0 ? "÷" : "×", factor(Math.abs(span)), low, high);
        }

        private static String factor(double span) {
            double factor = Math.exp(span);
            if (factor >= 1_000) {
                return "more than 1000";
            }
            return Phrase.of(factor < 9.95 ? "%.2f" : "%.0f", factor);
        }
    }

    /** All weights that do something, the strongest over its range first. */
    public static List<Said> of(LinearWeights linear, Outcome outcome, Playbook playbook) {
        FeatureWords words = new FeatureWords(outcome.horizonMillis());
        List<Said> said = new ArrayList<>();
        for (Feature feature : FeatureCatalogue.features()) {
            FeatureWeight weight = linear.features().get(feature.position());
            said.add(
                    new Said(
                            feature.code(),
                            feature.family(),
                            feature.unit(),
                            feature.meaning(),
                            weight,
                            words.of(feature, weight.min()),
                            words.of(feature, weight.max())));
        }
        linear.categories()
                .forEach((id, weights) -> addCategory(id, nameOf(id, playbook), weights, said));
        said.removeIf(each -> each.logitSpan() == 0);
        said.sort(
                Comparator.comparingDouble((Said each) -> -Math.abs(each.logitSpan()))
                        .thenComparing(Said::code));
        return List.copyOf(said);
    }

    private static void addCategory(
            int id, String name, List<FeatureWeight> weights, List<Said> into) {
        for (CategoryFeature feature : CategoryFeature.all()) {
            FeatureWeight weight = weights.get(feature.position());
            into.add(
                    new Said(
                            feature.code(id),
                            feature.family(),
                            feature.unit(),
                            name + ", " + feature.meaning(),
                            weight,
                            feature.words(name, weight.min()),
                            feature.words(name, weight.max())));
        }
    }

    /** A category's name; of one that the playbook no longer has, its id. */
    private static String nameOf(int id, Playbook playbook) {
        if (id == Category.OTHER.id()) {
            return Category.OTHER.name();
        }
        return playbook.categories().stream()
                .filter(category -> category.id() == id)
                .map(Category::name)
                .findFirst()
                .orElse("category " + id);
    }
}
