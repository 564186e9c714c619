package holdfast.core.score;

import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import holdfast.core.activity.Activity;
import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinearScorerTest {

    private static final BgNbd PRIOR = new BgNbd(3.0, 2.0, 0.8, 4.0);

    private final Playbook playbook = TestingShop.playbook();
    private final FoldRules rules = FoldRules.of(playbook);
    private final PriorScorer prior = new PriorScorer(PRIOR, rules.days());
    private final CustomerState customer = new CustomerState("c-1");

    @BeforeEach
    void comesEveryFewDays() {
        for (int day = 0; day < 60; day += 4) {
            fold(purchase("c-1", day));
        }
        fold(event("c-1", 30, "Product Viewed", 0, 0));
        fold(event("c-1", 31, "Order Refunded", -200, 0));
    }

    @Test
    void isThePriorWhenItTrustsThePriorAlone() {
        Scorer scorer = scorer(TestingWeights.of(0, Map.of(Feature.PRIOR_LOGIT, 1.0)));
        for (double day : new double[] {56, 57.5, 70, 120}) {
            assertThat(scorer.probability(customer, LAPSE, day(day)))
                    .isCloseTo(prior.probability(customer, LAPSE, day(day)), within(1e-12));
            assertThat(scorer.probabilityIfActive(customer, LAPSE, day(day)))
                    .isCloseTo(prior.probabilityIfActive(customer, LAPSE, day(day)), within(1e-12));
        }
    }

    @Test
    void isTheBiasWhenNothingWeighs() {
        Scorer scorer = scorer(TestingWeights.of(Math.log(3), Map.of()));

        assertThat(scorer.probability(customer, LAPSE, day(60))).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void explainsItsLogitExactlyTheLargestReasonFirst() {
        for (int seed = 0; seed < 50; seed++) {
            Scorer scorer = scorer(TestingWeights.random(new Random(seed)));
            List<Reason> reasons = scorer.explain(customer, LAPSE, day(75));
            double logit = reasons.stream().mapToDouble(Reason::contribution).sum();

            assertThat(1 / (1 + Math.exp(-logit)))
                    .isCloseTo(scorer.probability(customer, LAPSE, day(75)), within(1e-12));
            assertThat(reasons).extracting(Reason::scale).containsOnly(Reason.Scale.LOGIT);
            assertThat(reasons)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        }
    }

    @Test
    void saysWhatItSawAndNothingOfWhatDoesNotWeigh() {
        Scorer scorer =
                scorer(
                        TestingWeights.of(
                                0.1, Map.of(Feature.RECENCY, 2.0, Feature.REFUND_SHARE, -1.0)));
        List<Reason> reasons = scorer.explain(customer, LAPSE, day(66));

        assertThat(reasons)
                .extracting(Reason::code)
                .containsExactly("RECENCY", "BASELINE", "REFUND_SHARE");
        assertThat(reasons.get(0).family()).isEqualTo("SILENCE");
        assertThat(reasons.get(0).evidence()).isEqualTo("silent 10.0 days");
    }

    @Test
    void doesNotExtrapolate() {
        List<FeatureWeight> features = new ArrayList<>();
        for (Feature feature : FeatureCatalogue.features()) {
            double weight = feature == Feature.RECENCY ? 1 : 0;
            features.add(new FeatureWeight(weight, 0, Math.log1p(4)));
        }
        Scorer scorer = scorer(new LinearWeights(0, features));

        double atTheEdge = scorer.probability(customer, LAPSE, day(56 + 20));
        assertThat(scorer.probability(customer, LAPSE, day(56 + 19))).isLessThan(atTheEdge);
        assertThat(scorer.probability(customer, LAPSE, day(56 + 400))).isEqualTo(atTheEdge);
    }

    @Test
    void reactsToEventsThatAreNoActivity() {
        Scorer scorer = scorer(TestingWeights.of(0, Map.of(Feature.OTHER_SHARE, 1.0)));
        double before = scorer.probability(customer, LAPSE, day(60));
        fold(event("c-1", 60, "Product Viewed", 0, 0));

        assertThat(scorer.reactsToOtherEvents()).isTrue();
        assertThat(scorer.risesInSilence()).isFalse();
        assertThat(scorer.probability(customer, LAPSE, day(60))).isGreaterThan(before);
    }

    @Test
    void isAProbabilityUnderTheLargestWeights() {
        List<FeatureWeight> features = new ArrayList<>();
        for (int i = 0; i < FeatureCatalogue.size(); i++) {
            features.add(
                    new FeatureWeight(
                            LinearWeights.WEIGHT_MAX,
                            -LinearWeights.FEATURE_MAX,
                            LinearWeights.FEATURE_MAX));
        }
        Scorer scorer = scorer(new LinearWeights(-LinearWeights.WEIGHT_MAX, features));

        assertThat(scorer.probability(customer, LAPSE, Long.MAX_VALUE)).isBetween(0.0, 1.0);
        assertThat(scorer.probability(customer, LAPSE, Long.MIN_VALUE)).isBetween(0.0, 1.0);
    }

    @Test
    void allocatesNothingToScore() {
        Scorer scorer = scorer(TestingWeights.random(new Random(1)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        scoreOften(scorer);
        long before = threads.getThreadAllocatedBytes(thread);
        scoreOften(scorer);

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(2_000);
    }

    private void scoreOften(Scorer scorer) {
        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            sum += scorer.probability(customer, LAPSE, day(60 + i * 0.01));
        }
        assertThat(sum).isPositive();
    }

    private Scorer scorer(LinearWeights weights) {
        return new LinearScorer(weights, PRIOR, LAPSE, playbook);
    }

    private void fold(Activity activity) {
        customer.engagement().fold(activity, playbook.categoryOf(activity.name()), rules);
    }
}
