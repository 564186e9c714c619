package holdfast.core.score;

import static holdfast.core.engine.TestingShop.BROWSE;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.PURCHASE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.activity.Activity;
import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.CategoryFeature;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CategoryWeightsTest {

    private static final BgNbd PRIOR = new BgNbd(3.0, 2.0, 0.8, 4.0);

    private final Playbook playbook = TestingShop.playbook();
    private final FoldRules rules = FoldRules.of(playbook);
    private final CustomerState customer = new CustomerState("c-1");

    @BeforeEach
    void buysAndBrowses() {
        for (int day = 0; day < 60; day += 4) {
            fold(purchase("c-1", day));
            fold(event("c-1", day + 1, "Product Viewed", 0, 0));
        }
    }

    @Test
    void whatCategoriesAddIsExplainedToTheLastBit() {
        for (int seed = 0; seed < 50; seed++) {
            Scorer scorer = scorer(weights(new Random(seed)));

            List<Reason> reasons = scorer.explain(customer, LAPSE, day(75));

            double logit = reasons.stream().mapToDouble(Reason::contribution).sum();
            assertThat(1 / (1 + Math.exp(-logit)))
                    .isCloseTo(scorer.probability(customer, LAPSE, day(75)), within(1e-12));
        }
    }

    @Test
    void aCategoryIsToldApartFromTheOthers() {
        SortedMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        categories.put(BROWSE.id(), alone(CategoryFeature.SHARE, -2));
        LinearWeights weights =
                new LinearWeights(0, TestingWeights.of(0, Map.of()).features(), categories);

        List<Reason> reasons = scorer(weights).explain(customer, LAPSE, day(60));

        assertThat(reasons).extracting(Reason::code).contains("CATEGORY_3_SHARE");
        assertThat(reasons).extracting(Reason::code).doesNotContain("CATEGORY_1_SHARE");
        assertThat(reasons.get(0).evidence())
                .contains(BROWSE.name())
                .doesNotContain("category " + BROWSE.id());
        assertThat(reasons.get(0).contribution()).isCloseTo(-1, within(0.1));
    }

    @Test
    void survivesBeingWrittenAndRead() {
        for (int seed = 0; seed < 20; seed++) {
            LinearWeights weights = weights(new Random(seed));
            OutcomeModel.Fitted fitted = new OutcomeModel.Fitted(10, -20, BgNbdFit.Source.FITTED);
            SortedMap<Integer, OutcomeModel> outcomes = new TreeMap<>();
            outcomes.put(LAPSE.id(), new OutcomeModel(PRIOR, Optional.of(weights), fitted));
            ModelText model = new ModelText("m-1", 1, outcomes);

            ModelText read =
                    ModelReader.readText("test", ModelWriter.write(model, playbook), playbook)
                            .value();

            assertThat(read).isEqualTo(model);
        }
    }

    private LinearWeights weights(Random random) {
        SortedMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        for (int id : new int[] {PURCHASE.id(), BROWSE.id()}) {
            categories.put(
                    id,
                    CategoryFeature.all().stream()
                            .map(feature -> new FeatureWeight(random.nextGaussian(), -1, 2))
                            .toList());
        }
        LinearWeights features = TestingWeights.random(random);
        return new LinearWeights(features.bias(), features.features(), categories);
    }

    private static List<FeatureWeight> alone(CategoryFeature only, double weight) {
        return CategoryFeature.all().stream()
                .map(feature -> new FeatureWeight(feature == only ? weight : 0, -9, 9))
                .toList();
    }

    private Scorer scorer(LinearWeights weights) {
        return new LinearScorer(weights, PRIOR, LAPSE, playbook);
    }

    private void fold(Activity activity) {
        customer.engagement().fold(activity, playbook.categoryOf(activity.name()), rules);
    }
}
