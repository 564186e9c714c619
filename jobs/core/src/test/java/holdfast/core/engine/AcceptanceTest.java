package holdfast.core.engine;

import static holdfast.core.alert.AlertStatus.EXPIRED;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.guidance;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.Fate;
import holdfast.core.alert.ClosedBy;
import org.junit.jupiter.api.Test;

class AcceptanceTest extends OneCustomer {

    @Test
    void countsARepeatedMessageOnce() {
        Activity once = event("c-1", 1, "Order Completed", 500, 77);

        assertThat(take(once)).isEqualTo(Fate.SCORED);
        assertThat(take(once)).isEqualTo(Fate.DUPLICATE);
        assertThat(customer.money().revenueMinor()).isEqualTo(500);
    }

    /** Silence of 240 days is forgotten, at the latest when the next event comes. */
    @Test
    void countsARepeatedMessageOnceThoughItsCustomerHadBeenForgotten() {
        buy(0);
        Activity back = event("c-1", 300, "Order Completed", 500, 77);

        assertThat(take(back)).isEqualTo(Fate.SCORED);
        assertThat(take(back)).isEqualTo(Fate.DUPLICATE);
        assertThat(customer.money().revenueMinor()).isEqualTo(500);
    }

    @Test
    void neverTakesMessagesWithoutAnIdForRepeated() {
        Activity anonymousRow = event("c-1", 1, "Order Completed", 500, 0);

        take(anonymousRow);

        assertThat(take(anonymousRow)).isEqualTo(Fate.SCORED);
        assertThat(customer.money().revenueMinor()).isEqualTo(1_000);
    }

    @Test
    void refusesANegativeAmountOutsideRefundsAndChangesNothing() {
        assertThat(take(event("c-1", 1, "Order Completed", -500, 9))).isEqualTo(Fate.DEAD_LETTERED);

        assertThat(customer.engagement().isEmpty()).isTrue();
        assertThat(take(event("c-1", 1, "Order Completed", 500, 9))).isEqualTo(Fate.SCORED);
    }

    @Test
    void takesBackARefundOfEitherSign() {
        take(event("c-1", 1, "Order Completed", 500, 0));
        take(event("c-1", 2, "Order Refunded", -200, 0));
        take(event("c-1", 3, "Order Refunded", 300, 0));

        assertThat(customer.money().revenueMinor()).isEqualTo(500);
        assertThat(customer.money().refundMinor()).isEqualTo(500);
        assertThat(
                        customer.money()
                                .fadedNetMinor(
                                        2, day(3), guidance.rules().at(0).fold().halfLives()))
                .isZero();
    }

    @Test
    void erasesAPersonAndRefusesTheEventsOfBefore() {
        buyEveryThreeDays(10);
        wakeUpTo(50);

        engine.erase(customer, day(50), guidance, out);

        assertThat(last().status()).isEqualTo(EXPIRED);
        assertThat(last().closedBy()).isEqualTo(ClosedBy.ERASURE);
        assertThat(out.forgotten).containsExactly("c-1");
        assertThat(customer.engagement().isEmpty()).isTrue();
        assertThat(take(purchase("c-1", 49))).isEqualTo(Fate.ERASED);
        assertThat(take(purchase("c-1", 51))).isEqualTo(Fate.SCORED);
    }
}
