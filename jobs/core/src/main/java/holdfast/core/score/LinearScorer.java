package holdfast.core.score;

import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerView;
import holdfast.core.engagement.FoldRules;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.features.FeatureReader;
import holdfast.core.features.FeatureWords;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The learned scorer: a logistic regression over the feature catalogue, the prior's logit among the
 * features.
 *
 * <p>Each feature is clipped to the range seen in training, so that the score never extrapolates.
 * Serves the one outcome it was made for. Holds scratch memory: one instance serves one thread.
 * Scoring allocates nothing.
 */
public final class LinearScorer implements Scorer {

    /** The code of the reason that is the bias: what remains where every feature is 0. */
    public static final String BASELINE = "BASELINE";

    private final PriorScorer prior;
    private final FeatureReader reader;
    private final double bias;
    private final FeatureLayout layout;
    private final double[] weights;
    private final double[] mins;
    private final double[] maxs;
    private final double[] features;
    private final List<String> names;

    /** A scorer of an outcome, on top of a prior. */
    public LinearScorer(LinearWeights linear, BgNbd prior, Outcome outcome, Playbook playbook) {
        FoldRules rules = FoldRules.of(playbook);
        this.prior = new PriorScorer(prior, rules.days());
        this.layout = linear.layout();
        this.reader = new FeatureReader(outcome, rules, layout);
        this.bias = linear.bias();
        this.names = names(layout, playbook);
        this.weights = new double[layout.width()];
        this.mins = new double[layout.width()];
        this.maxs = new double[layout.width()];
        this.features = new double[layout.width()];
        List<LinearWeights.FeatureWeight> all = linear.inOrder();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = all.get(i).weight();
            mins[i] = all.get(i).min();
            maxs[i] = all.get(i).max();
        }
    }

    @Override
    public double probability(CustomerView customer, Outcome outcome, long nowMillis) {
        read(customer, outcome, nowMillis);
        return logistic(logit());
    }

    @Override
    public double priorProbability(CustomerView customer, Outcome outcome, long nowMillis) {
        return prior.probability(customer, outcome, nowMillis);
    }

    /** Exact but for money and categories: what such an activity would be is not known. */
    @Override
    public double probabilityIfActive(CustomerView customer, Outcome outcome, long nowMillis) {
        double priorLogit = logit(prior.probabilityIfActive(customer, outcome, nowMillis));
        reader.readIfActive(customer, nowMillis, priorLogit, features);
        return logistic(logit());
    }

    @Override
    public boolean risesInSilence() {
        return false;
    }

    @Override
    public boolean reactsToOtherEvents() {
        return true;
    }

    /**
     * The bias and what each feature adds to the logit, the largest first; what adds nothing is
     * left out. They add up to the logit.
     */
    @Override
    public List<Reason> explain(CustomerView customer, Outcome outcome, long nowMillis) {
        read(customer, outcome, nowMillis);
        FeatureWords words = new FeatureWords(outcome.horizonMillis());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(reason(BASELINE, BASELINE, bias, "where every customer starts"));
        for (Feature feature : FeatureCatalogue.features()) {
            double contribution = contribution(feature.position());
            if (contribution != 0) {
                String evidence = words.of(feature, features[feature.position()]);
                reasons.add(
                        reason(feature.code(), feature.family().name(), contribution, evidence));
            }
        }
        addCategories(reasons);
        reasons.sort(
                Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution()))
                        .thenComparing(Reason::code));
        return List.copyOf(reasons);
    }

    private void addCategories(List<Reason> reasons) {
        for (int place = 0; place < layout.categories(); place++) {
            int categoryId = layout.categoryId(place);
            for (CategoryFeature feature : CategoryFeature.all()) {
                int position = layout.position(place, feature);
                double contribution = contribution(position);
                if (contribution != 0) {
                    String words = feature.words(names.get(place), features[position]);
                    reasons.add(
                            reason(
                                    feature.code(categoryId),
                                    feature.family().name(),
                                    contribution,
                                    words));
                }
            }
        }
    }

    /** What the playbook calls the categories, in the order of their places. */
    private static List<String> names(FeatureLayout layout, Playbook playbook) {
        return Arrays.stream(layout.categoryIds())
                .mapToObj(
                        id ->
                                playbook.categories().stream()
                                        .filter(category -> category.id() == id)
                                        .map(Category::name)
                                        .findFirst()
                                        .orElse(Category.OTHER.name()))
                .toList();
    }

    private void read(CustomerView customer, Outcome outcome, long nowMillis) {
        double priorLogit = logit(prior.probability(customer, outcome, nowMillis));
        reader.read(customer, nowMillis, priorLogit, features);
    }

    private double logit() {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += contribution(i);
        }
        return sum;
    }

    private double contribution(int position) {
        double clipped = Math.max(mins[position], Math.min(maxs[position], features[position]));
        return weights[position] * clipped;
    }

    private static Reason reason(String code, String family, double contribution, String evidence) {
        return new Reason(code, family, contribution, Reason.Scale.LOGIT, evidence);
    }

    /** Infinite for certainty, which the catalogue clips. */
    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
