package holdfast.core.engine;

import static holdfast.core.alert.AlertStatus.ESCALATED;
import static holdfast.core.alert.AlertStatus.OPENED;
import static holdfast.core.alert.AlertStatus.RECOVERED;
import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.guidance;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.alert.HoldReason;
import holdfast.core.episode.Episode;
import org.junit.jupiter.api.Test;

class HoldTest extends OneCustomer {

    @Test
    void waitsOutTheQuietTimeHoweverHighTheScore() {
        guidance = guidance.withModel(TestingShop.seldom());
        buy(0);

        wakeUpTo(4.9);
        assertThat(out.alerts).isEmpty();
        wakeUpTo(5.1);

        assertThat(out.statuses()).containsExactly(OPENED);
        assertThat(last().occurredAtMillis()).isEqualTo(day(5));
    }

    @Test
    void holdsTheNextAlertBackDuringTheCoolDownAndOpensItAfterwards() {
        guidance = guidance.withModel(TestingShop.seldom());
        buy(0);
        buy(30);

        wakeUpTo(43.9);
        assertThat(out.statuses()).containsExactly(OPENED, ESCALATED, RECOVERED);
        assertThat(out.held).containsExactly(HoldReason.COOL_DOWN);
        wakeUpTo(44);

        assertThat(last().status()).isEqualTo(OPENED);
        assertThat(last().occurredAtMillis()).isEqualTo(day(44));
    }

    @Test
    void holdsEverybodyWhoWasSilentBeforeTheStartForTheOpeningList() {
        guidance =
                guidance(new Settings(day(55), 10 * DAY, 0.05), SAVE)
                        .withModel(TestingShop.lively());
        buyEveryThreeDays(10);

        wakeUpTo(54.9);
        assertThat(out.alerts).isEmpty();
        assertThat(out.scores).isEmpty();
        assertThat(out.held).containsExactly(HoldReason.WARM_UP);
        wakeUpTo(65);

        assertThat(out.alerts.get(0).status()).isEqualTo(OPENED);
        assertThat(out.alerts.get(0).openingList()).isTrue();
        assertThat(out.alerts.get(0).occurredAtMillis()).isBetween(day(55), day(65));
    }

    @Test
    void doesNotCallACrossingAfterTheStartPartOfTheOpeningList() {
        guidance =
                guidance(new Settings(day(20), 10 * DAY, 0.05), SAVE)
                        .withModel(TestingShop.lively());
        buyEveryThreeDays(10);

        wakeUpTo(60);

        assertThat(out.alerts.get(0).openingList()).isFalse();
        assertThat(out.held).isEmpty();
    }

    @Test
    void opensNothingForASuppressedCustomer() {
        buyEveryThreeDays(10);
        engine.suppress(customer, Episode.NEVER);

        wakeUpTo(100);

        assertThat(out.alerts).isEmpty();
        assertThat(out.held).containsExactly(HoldReason.SUPPRESSED);
    }

    @Test
    void opensNothingWhilePausedAndCatchesUpAfterwards() {
        guidance = guidance.withPause(day(1), true).withPause(day(60), false);
        buyEveryThreeDays(10);

        wakeUpTo(59.9);
        assertThat(out.alerts).isEmpty();
        wakeUpTo(66);

        assertThat(out.statuses()).contains(OPENED);
    }
}
