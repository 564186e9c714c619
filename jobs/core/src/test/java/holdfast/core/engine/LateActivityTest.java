package holdfast.core.engine;

import static holdfast.core.alert.AlertStatus.EXPIRED;
import static holdfast.core.alert.AlertStatus.OPENED;
import static holdfast.core.alert.AlertStatus.RECOVERED;
import static holdfast.core.alert.AlertStatus.RETRACTED;
import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.guidance;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Fate;
import holdfast.core.alert.ClosedBy;
import holdfast.core.customer.CustomerState;
import org.junit.jupiter.api.Test;

class LateActivityTest extends OneCustomer {

    @Test
    void retractsAnOpenAlertThatALateActivityDisproves() {
        buyEveryThreeDays(10);
        wakeUpTo(50);
        String disproved = out.alerts.get(0).alertId();

        Fate fate = engine.onActivity(customer, purchase("c-1", 30), day(50), guidance, out);

        assertThat(fate).isEqualTo(Fate.LATE);
        assertThat(out.alerts)
                .anySatisfy(
                        alert -> {
                            assertThat(alert.alertId()).isEqualTo(disproved);
                            assertThat(alert.status()).isEqualTo(RETRACTED);
                            assertThat(alert.closedBy()).isEqualTo(ClosedBy.LATE_DATA);
                        });
    }

    @Test
    void opensTheAlertOfTheCorrectedSilenceAtTheInstantAtWhichItCrossed() {
        buyEveryThreeDays(10);
        wakeUpTo(55);
        engine.onActivity(customer, purchase("c-1", 30), day(55), guidance, out);

        CustomerState ordered = new CustomerState("c-1");
        TestingDecisions expected = new TestingDecisions();
        for (int i = 0; i <= 10; i++) {
            engine.onActivity(ordered, purchase("c-1", 3.0 * i), 0, guidance, expected);
        }
        engine.onWakeup(ordered, day(55), guidance, expected);

        assertThat(out.standing()).isEqualTo(expected.standing()).isNotEmpty();
    }

    @Test
    void retractsAClosedAlertAndUndoesItsCoolDown() {
        buyEveryThreeDays(10);
        wakeUpTo(50);
        long openedAtMillis = last().openedAtMillis();
        buyAt(openedAtMillis + DAY);
        assertThat(last().status()).isEqualTo(RECOVERED);
        assertThat(customer.episode().policy(1).coolDownUntilMillis())
                .isEqualTo(openedAtMillis + DAY + 14 * DAY);

        buyAt(openedAtMillis - DAY);

        assertThat(last().status()).isEqualTo(RETRACTED);
        assertThat(customer.episode().policy(1).coolDownUntilMillis()).isZero();
    }

    @Test
    void shortensTheCoolDownWhenAnEarlierReturnComesLate() {
        buyEveryThreeDays(10);
        wakeUpTo(50);
        long openedAtMillis = last().openedAtMillis();
        buyAt(openedAtMillis + 2 * DAY);

        buyAt(openedAtMillis + DAY);

        assertThat(out.statuses()).startsWith(OPENED).endsWith(RECOVERED).doesNotContain(RETRACTED);
        assertThat(customer.episode().policy(1).coolDownUntilMillis())
                .isEqualTo(openedAtMillis + DAY + 14 * DAY);
    }

    @Test
    void saysThatTheCustomerCameBackEvenIfTheAlertHasExpiredInTheMeantime() {
        buyEveryThreeDays(10);
        wakeUpTo(100);
        assertThat(last().status()).isEqualTo(EXPIRED);

        buyAt(last().validUntilMillis() - DAY);

        assertThat(last().status()).isEqualTo(RECOVERED);
        assertThat(last().closedBy()).isEqualTo(ClosedBy.ACTIVITY);
    }
}
