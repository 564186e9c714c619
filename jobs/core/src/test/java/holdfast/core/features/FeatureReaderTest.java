package holdfast.core.features;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.activity.Activity;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.playbook.Playbook;
import org.junit.jupiter.api.Test;

/** A horizon of 40 days, so that the half-lives are 10, 40 and 160 days. */
class FeatureReaderTest {

    private final Playbook playbook = TestingShop.playbook();
    private final FoldRules rules = FoldRules.of(playbook);
    private final FeatureReader reader =
            new FeatureReader(LAPSE, rules, FeatureLayout.ofCatalogue());
    private final CustomerState customer = new CustomerState("c-1");
    private final double[] features = new double[FeatureCatalogue.size()];

    @Test
    void measuresSilenceInEighthsOfTheHorizon() {
        fold(purchase("c-1", 0));
        fold(purchase("c-1", 20));
        reader.read(customer, day(25), 0, features);

        assertThat(amount(Feature.RECENCY)).isCloseTo(1, within(1e-9));
        assertThat(amount(Feature.TENURE)).isCloseTo(5, within(1e-9));
        // Two active days share the 20 days between them and one horizon.
        assertThat(amount(Feature.RELATIVE_RECENCY)).isCloseTo(5.0 / 30, within(1e-9));
        assertThat(amount(Feature.DAY_RATE)).isCloseTo(2 * 40.0 / 65, within(1e-9));
    }

    @Test
    void countsActiveDaysBackFromToday() {
        fold(purchase("c-1", 0));
        fold(purchase("c-1", 20));
        fold(purchase("c-1", 20.5));
        fold(purchase("c-1", 25));
        reader.read(customer, day(30), 0, features);

        assertThat(amount(Feature.ACTIVE_DAYS)).isCloseTo(3, within(1e-9));
        assertThat(amount(Feature.ACTIVE_DAYS_7)).isCloseTo(1, within(1e-9));
        assertThat(amount(Feature.ACTIVE_DAYS_28)).isCloseTo(2, within(1e-9));
        assertThat(amount(Feature.ACTIVE_DAYS_128)).isCloseTo(3, within(1e-9));

        reader.read(customer, day(1000), 0, features);

        assertThat(amount(Feature.ACTIVE_DAYS_128)).isZero();
    }

    @Test
    void fadesActivityAndNothingElse() {
        fold(purchase("c-1", 0));
        fold(event("c-1", 0, "Product Viewed", 0, 0));
        fold(event("c-1", 0, "Product Viewed", 0, 0));
        reader.read(customer, day(40), 0, features);

        assertThat(amount(Feature.ACTIVITY_SHORT)).isCloseTo(1.0 / 16, within(1e-9));
        assertThat(amount(Feature.ACTIVITY_MEDIUM)).isCloseTo(1.0 / 2, within(1e-9));
        assertThat(amount(Feature.ACTIVITY_LONG)).isCloseTo(Math.pow(2, -0.25), within(1e-9));
        assertThat(value(Feature.OTHER_SHARE)).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void seesAFallingTrendInSilence() {
        for (int i = 0; i < 400; i++) {
            fold(purchase("c-1", i));
        }
        reader.read(customer, day(399), 0, features);

        assertThat(value(Feature.TREND_SHORT)).isCloseTo(0, within(0.05));

        reader.read(customer, day(430), 0, features);

        assertThat(value(Feature.TREND_SHORT)).isLessThan(-0.5);
        assertThat(value(Feature.TREND_LONG)).isLessThan(-0.15);
    }

    @Test
    void knowsWhatWasPaidAndPaidBack() {
        fold(purchase("c-1", 0));
        fold(event("c-1", 0, "Order Refunded", -250, 0));
        reader.read(customer, day(160), 0, features);

        assertThat(amount(Feature.VALUE)).isCloseTo(375, within(1e-6));
        assertThat(value(Feature.REFUND_SHARE)).isEqualTo(0.25);
    }

    @Test
    void paysNoHeedToAnInstantBeforeTheLastActivity() {
        fold(purchase("c-1", 0));
        fold(purchase("c-1", 20));
        double[] atLast = new double[FeatureCatalogue.size()];
        reader.read(customer, day(20), 0, atLast);
        reader.read(customer, day(3), 0, features);

        assertThat(features).isEqualTo(atLast);
    }

    @Test
    void clipsThePriorsLogit() {
        fold(purchase("c-1", 0));
        reader.read(customer, day(1), Double.POSITIVE_INFINITY, features);

        assertThat(value(Feature.PRIOR_LOGIT)).isEqualTo(20);
    }

    @Test
    void saysInWordsWhatAValueMeans() {
        FeatureWords words = new FeatureWords(40 * DAY);

        assertThat(words.of(Feature.RECENCY, Math.log1p(2))).isEqualTo("silent 10.0 days");
        assertThat(words.of(Feature.TREND_SHORT, -Math.log(2)))
                .isEqualTo("of late 2.0 times less active than over a horizon");
        assertThat(FeatureCatalogue.features())
                .allSatisfy(feature -> assertThat(words.of(feature, 0.5)).isNotBlank());
    }

    private void fold(Activity activity) {
        customer.engagement().fold(activity, playbook.categoryOf(activity.name()), rules);
    }

    private double value(Feature feature) {
        return features[feature.position()];
    }

    private double amount(Feature feature) {
        return Math.expm1(value(feature));
    }
}
