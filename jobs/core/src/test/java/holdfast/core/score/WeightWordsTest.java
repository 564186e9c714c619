package holdfast.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.engine.TestingShop;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeightWordsTest {

    @Test
    void tellsTheStrongestFirstAndNothingOfWhatDoesNothing() {
        LinearWeights weights =
                TestingWeights.of(0, Map.of(Feature.RECENCY, 0.01, Feature.TREND_SHORT, -0.02));

        assertThat(WeightWords.of(weights, TestingShop.LAPSE, TestingShop.playbook()))
                .extracting(WeightWords.Said::code)
                .containsExactly("TREND_SHORT", "RECENCY");
    }

    @Test
    void saysWhatTheRangeSeenDoesToTheOdds() {
        List<FeatureWeight> features = new ArrayList<>(TestingWeights.of(0, Map.of()).features());
        features.set(Feature.RECENCY.position(), new FeatureWeight(Math.log(3), 0, Math.log1p(7)));
        features.set(Feature.OTHER_SHARE.position(), new FeatureWeight(-2, 0.25, 0.5));

        List<WeightWords.Said> said =
                WeightWords.of(
                        new LinearWeights(1, features), TestingShop.LAPSE, TestingShop.playbook());

        assertThat(said)
                .extracting(WeightWords.Said::sentence)
                .containsExactly(
                        "odds × 9.82 from \"silent 0.0 days\" to \"silent 35.0 days\"",
                        "odds ÷ 1.65 from \"25 % of events are no activity\""
                                + " to \"50 % of events are no activity\"");
    }

    @Test
    void callsCategoriesByTheirNames() {
        TreeMap<Integer, List<FeatureWeight>> categories = new TreeMap<>();
        List<FeatureWeight> weights = new ArrayList<>();
        for (CategoryFeature feature : CategoryFeature.all()) {
            weights.add(new FeatureWeight(feature == CategoryFeature.SHARE ? 1e3 : 0, 0, 0.5));
        }
        categories.put(TestingShop.REFUND.id(), weights);
        LinearWeights linear =
                new LinearWeights(0, TestingWeights.of(0, Map.of()).features(), categories);

        assertThat(WeightWords.of(linear, TestingShop.LAPSE, TestingShop.playbook()))
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.code()).isEqualTo("CATEGORY_2_SHARE");
                            assertThat(said.meaning()).startsWith("refund, of all events");
                            assertThat(said.sentence())
                                    .isEqualTo(
                                            "odds × more than 1000 from \"0 % of events are refund\""
                                                    + " to \"50 % of events are refund\"");
                        });
    }
}
