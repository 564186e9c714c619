package holdfast.core.score;

import holdfast.core.document.Field;
import holdfast.core.document.Section;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights.FeatureWeight;
import holdfast.core.score.OutcomeModel.Fitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what a published model says of one outcome. */
final class OutcomeModelReading {

    /** Sorted: a Map.of says its words in another order in each run. */
    private static final SortedMap<String, BgNbdFit.Source> SOURCES =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "FITTED", BgNbdFit.Source.FITTED,
                                    "DEFAULT", BgNbdFit.Source.DEFAULT)));

    private OutcomeModelReading() {}

    static Optional<OutcomeModel> read(Section section, Playbook playbook) {
        Optional<BgNbd> prior = prior(section.field("prior").section("prior"));
        Field linearField = section.field("linear");
        Optional<LinearWeights> linear =
                linearField.isPresent()
                        ? linear(linearField.section("linear"), playbook)
                        : Optional.empty();
        Optional<Fitted> fitted = fitted(section.field("fitted").section("fitted"));
        return section.build(
                () -> new OutcomeModel(prior.orElseThrow(), linear, fitted.orElseThrow()));
    }

    private static Optional<BgNbd> prior(Section section) {
        double r = section.field("r").number();
        double alphaWeeks = section.field("alpha_weeks").number();
        double a = section.field("a").number();
        double b = section.field("b").number();
        return section.build(() -> new BgNbd(r, alphaWeeks, a, b));
    }

    private static Optional<Fitted> fitted(Section section) {
        long customers = section.field("customers").whole(0, Long.MAX_VALUE);
        double logLikelihood = section.field("log_likelihood").number();
        Optional<BgNbdFit.Source> source = section.field("source").choice(SOURCES);
        return section.build(() -> new Fitted(customers, logLikelihood, source.orElseThrow()));
    }

    private static Optional<LinearWeights> linear(Section section, Playbook playbook) {
        double bias = section.field("bias").number();
        Field halfLives = section.field("half_lives_millis");
        double[] halfLivesMillis = halfLives.numbers();
        double[] required = Arrays.stream(playbook.halfLivesMillis()).asDoubleStream().toArray();
        if (halfLives.isPresent() && !Arrays.equals(halfLivesMillis, required)) {
            halfLives.refuse("must be those of the playbook: " + Arrays.toString(required));
        }
        Optional<List<FeatureWeight>> features =
                features(section.field("features").section("features"));
        SortedMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        Field told = section.field("categories");
        if (told.isPresent()) {
            for (Field entry : told.section("categories").entries()) {
                category(entry, playbook, categories);
            }
        }
        return section.build(() -> new LinearWeights(bias, features.orElseThrow(), categories));
    }

    private static void category(
            Field entry, Playbook playbook, SortedMap<Integer, List<FeatureWeight>> into) {
        Optional<Integer> id =
                Stream.concat(Stream.of(Category.OTHER), playbook.categories().stream())
                        .map(Category::id)
                        .filter(known -> Integer.toString(known).equals(entry.key()))
                        .findFirst();
        if (id.isEmpty()) {
            entry.problem(
                    "categories stand under their ids; playbook %s has no such category"
                            .formatted(playbook.name()));
            return;
        }
        List<String> names = CategoryFeature.all().stream().map(CategoryFeature::id).toList();
        weights(entry.section("category " + id.get()), names)
                .ifPresent(weights -> into.put(id.get(), weights));
    }

    private static Optional<List<FeatureWeight>> features(Section section) {
        return weights(section, FeatureCatalogue.features().stream().map(Feature::id).toList());
    }

    private static Optional<List<FeatureWeight>> weights(Section section, List<String> names) {
        List<FeatureWeight> weights = new ArrayList<>();
        for (String name : names) {
            Field field = section.field(name);
            if (field.isPresent()) {
                weight(field.section("feature " + name)).ifPresent(weights::add);
            } else {
                field.text();
            }
        }
        return section.build(() -> inOrder(section, names, weights));
    }

    private static Optional<FeatureWeight> weight(Section section) {
        double weight = section.field("weight").number();
        double min = section.field("min").number();
        double max = section.field("max").number();
        return section.build(() -> new FeatureWeight(weight, min, max));
    }

    private static List<FeatureWeight> inOrder(
            Section section, List<String> required, List<FeatureWeight> weights) {
        List<String> written = section.entries().stream().map(Field::key).toList();
        if (!written.equals(required)) {
            throw new IllegalArgumentException(
                    "features must stand in the order of the catalogue: " + required);
        }
        return weights;
    }
}
