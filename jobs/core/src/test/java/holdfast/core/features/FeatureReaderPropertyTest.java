package holdfast.core.features;

import static holdfast.core.engine.TestingShop.LAPSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.TestingCustomers;
import holdfast.core.engagement.FoldRules;
import holdfast.core.engine.TestingShop;
import holdfast.core.playbook.Playbook;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class FeatureReaderPropertyTest {

    private final Playbook playbook = TestingShop.playbook();
    private final FoldRules rules = FoldRules.of(playbook);
    private final FeatureReader reader =
            new FeatureReader(LAPSE, rules, FeatureLayout.ofCatalogue());
    private final double[] features = new double[FeatureCatalogue.size()];

    @Property(tries = 300)
    void isFiniteWheneverAsked(@ForAll long seed, @ForAll long nowMillis) {
        CustomerState customer = shopper(seed);
        reader.read(customer, nowMillis, Double.NEGATIVE_INFINITY, features);
        assertThat(Arrays.stream(features).allMatch(Double::isFinite)).isTrue();

        reader.readIfActive(customer, nowMillis, Double.POSITIVE_INFINITY, features);
        assertThat(Arrays.stream(features).allMatch(Double::isFinite)).isTrue();
    }

    @Property(tries = 300)
    void foreseesWhatAnActivityWouldChange(
            @ForAll long seed, @ForAll @LongRange(max = 40_000_000_000L) long laterMillis) {
        CustomerState customer = shopper(seed);
        long nowMillis = customer.lastMillis() + laterMillis;
        double[] foreseen = new double[FeatureCatalogue.size()];
        reader.readIfActive(customer, nowMillis, 0, foreseen);

        Activity free =
                new Activity(
                        customer.customerId(),
                        nowMillis,
                        "Order Completed",
                        0,
                        0,
                        0,
                        SourceKind.TRANSACTION);
        customer.engagement().fold(free, playbook.categoryOf(free.name()), rules);
        reader.read(customer, nowMillis, 0, features);

        for (Feature feature : FeatureCatalogue.features()) {
            assertThat(foreseen[feature.position()])
                    .as(feature.id())
                    .isCloseTo(features[feature.position()], within(1e-9));
        }
    }

    /** Someone who was active at least once. */
    private CustomerState shopper(long seed) {
        CustomerState customer = new CustomerState("c-" + seed);
        Random random = new Random(seed);
        for (Activity activity : TestingCustomers.history(random, playbook)) {
            customer.engagement().fold(activity, playbook.categoryOf(activity.name()), rules);
        }
        Activity purchase = TestingShop.purchase(customer.customerId(), random.nextInt(500));
        customer.engagement().fold(purchase, playbook.categoryOf(purchase.name()), rules);
        return customer;
    }
}
