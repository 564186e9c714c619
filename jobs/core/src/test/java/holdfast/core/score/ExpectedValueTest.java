package holdfast.core.score;

import static holdfast.core.engine.TestingShop.DAY;
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

/** A horizon of 40 days; a purchase is 1,000 minor units. */
class ExpectedValueTest {

    private final Playbook playbook = TestingShop.playbook();
    private final FoldRules rules = FoldRules.of(playbook);
    private final CustomerState customer = new CustomerState("c-1");

    @Test
    void isTheRateOfASteadyPayer() {
        for (int i = 0; i < 100; i++) {
            fold(purchase("c-1", 10 * i));
        }
        assertThat((double) value(995)).isCloseTo(4_000, within(100.0));
    }

    @Test
    void isTheSameHoweverLongTheSteadyPayerHasBeenKnown() {
        for (int i = 0; i < 12; i++) {
            fold(purchase("c-1", 10 * i));
        }
        assertThat((double) value(115)).isCloseTo(4_000, within(250.0));
    }

    @Test
    void countsANewcomersPurchaseOnce() {
        fold(purchase("c-1", 0));

        assertThat(value(0)).isEqualTo(1_000);
        assertThat(value(1)).isBetween(990L, 1_000L);
    }

    @Test
    void fadesInSilence() {
        for (int i = 0; i < 100; i++) {
            fold(purchase("c-1", 10 * i));
        }
        assertThat((double) value(990 + 160)).isCloseTo(2_000, within(100.0));
    }

    @Test
    void isNothingWithoutMoneyOrWhenAllWasPaidBack() {
        assertThat(value(0)).isZero();

        fold(purchase("c-1", 0));
        fold(event("c-1", 1, "Order Refunded", -5_000, 0));

        assertThat(value(2)).isZero();
    }

    @Test
    void doesNotOverflowForTheRichest() {
        fold(event("c-1", 0, "Order Completed", Long.MAX_VALUE, 0));
        fold(event("c-1", 0, "Order Completed", Long.MAX_VALUE, 0));

        assertThat(value(0)).isEqualTo(Long.MAX_VALUE);
    }

    private long value(double atDay) {
        return ExpectedValue.minor(customer, rules.halfLives(), 40 * DAY, day(atDay));
    }

    private void fold(Activity activity) {
        customer.engagement().fold(activity, playbook.categoryOf(activity.name()), rules);
    }
}
