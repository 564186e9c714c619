package holdfast.core.engine;

import static holdfast.core.alert.AlertStatus.ESCALATED;
import static holdfast.core.alert.AlertStatus.EXPIRED;
import static holdfast.core.alert.AlertStatus.OPENED;
import static holdfast.core.alert.AlertStatus.RECOVERED;
import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.guidance;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.episode.Episode;
import holdfast.core.playbook.Policy;
import org.junit.jupiter.api.Test;

class ChurnEngineTest extends OneCustomer {

    @Test
    void opensAnAlertWhenSilenceLiftsTheScoreOverTheLine() {
        buyEveryThreeDays(10);

        wakeUpTo(60);

        Alert opened = out.alerts.get(0);
        assertThat(opened.status()).isEqualTo(OPENED);
        assertThat(opened.trigger()).isEqualTo(AlertTrigger.SILENCE);
        assertThat(opened.sequence()).isEqualTo(1);
        assertThat(opened.risk().probability()).isBetween(0.60, 0.601);
        assertThat(opened.silence().lastActivityMillis()).isEqualTo(day(27));
        assertThat(opened.silence().usualGapMillis()).isEqualTo(3 * DAY);
        assertThat(opened.occurredAtMillis()).isEqualTo(opened.openedAtMillis());
        assertThat(opened.risk().probabilityIfActive()).isLessThan(0.45);
        assertThat(opened.reasons()).hasSize(2);
    }

    @Test
    void saysNothingWhileTheCustomerKeepsComing() {
        buyEveryThreeDays(60);

        assertThat(out.alerts).isEmpty();
    }

    @Test
    void recoversWhenTheCustomerComesBack() {
        buyEveryThreeDays(10);
        wakeUpTo(50);

        buy(50);

        assertThat(out.statuses()).startsWith(OPENED).endsWith(RECOVERED);
        Alert recovered = last();
        assertThat(recovered.closedBy()).isEqualTo(ClosedBy.ACTIVITY);
        assertThat(recovered.alertId()).isEqualTo(out.alerts.get(0).alertId());
        assertThat(recovered.sequence()).isEqualTo(out.alerts.size());
    }

    @Test
    void settlesAnOvertakenWakeUpBeforeTheActivityThatOvertookIt() {
        buyEveryThreeDays(10);

        buy(50);

        assertThat(out.statuses()).contains(OPENED).endsWith(RECOVERED);
        assertThat(out.alerts.get(0).occurredAtMillis()).isLessThan(day(50));
    }

    @Test
    void escalatesOnceWhenTheRiskGrowsOn() {
        buyEveryThreeDays(10);

        wakeUpTo(65);

        assertThat(out.statuses()).containsExactly(OPENED, ESCALATED);
        assertThat(last().risk().probability()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void expiresWhenTheHorizonHasPassed() {
        buyEveryThreeDays(10);

        wakeUpTo(200);

        assertThat(out.statuses()).containsExactly(OPENED, ESCALATED, EXPIRED);
        assertThat(last().occurredAtMillis()).isEqualTo(last().validUntilMillis());
    }

    @Test
    void opensOneAlertForOneSilence() {
        buyEveryThreeDays(10);

        wakeUpTo(140);

        assertThat(out.statuses()).containsOnlyOnce(OPENED);
    }

    @Test
    void doesNotLetBrowsingEndTheSilenceOfPurchases() {
        buyEveryThreeDays(10);
        wakeUpTo(50);

        take(event("c-1", 50, "Product Viewed", 0, 0));

        assertThat(out.statuses()).doesNotContain(RECOVERED);
    }

    @Test
    void keepsAWakeUpPendingAfterEveryActivity() {
        for (int i = 0; i < 40; i++) {
            buy(i * 0.7);

            assertThat(customer.wakeupMillis()).isGreaterThan(day(i * 0.7));
            assertThat(customer.wakeupMillis()).isLessThan(Episode.NEVER);
        }
    }

    @Test
    void keepsAlertsOfTwoPoliciesApart() {
        Policy strict = new Policy(2, "strict", 1, 0.90, 0.5, 1.0, DAY, DAY, 40 * DAY, 1.0);
        guidance = guidance(Settings.defaults(), SAVE, strict);
        buyEveryThreeDays(10);

        wakeUpTo(66);

        assertThat(out.alerts.stream().filter(alert -> alert.status() == OPENED))
                .extracting(alert -> alert.decidedBy().policy())
                .containsExactly("save", "strict");
        assertThat(out.alerts).extracting(Alert::messageId).doesNotHaveDuplicates();
    }

    @Test
    void publishesAScoreOnlyWhenItHasMoved() {
        buy(0);
        int after = out.scores.size();

        take(event("c-1", 0.001, "Product Viewed", 0, 0));

        assertThat(after).isEqualTo(1);
        assertThat(out.scores).hasSize(1);
    }

    @Test
    void tellsWhenSilenceWillChangeTheBand() {
        buyEveryThreeDays(10);

        var score = out.scores.get(out.scores.size() - 1).outcomes().get(0);

        assertThat(score.crossesAtMillis()).isGreaterThan(day(27)).isLessThan(day(147));
        assertThat(score.nextBand()).isEqualTo(score.band().next());
    }

    @Test
    void forgetsACustomerLongGone() {
        buy(0);

        wakeUpTo(239.9);
        assertThat(customer.isForgotten()).isFalse();
        wakeUpTo(241);

        assertThat(customer.isForgotten()).isTrue();
        assertThat(out.forgotten).containsExactly("c-1");
        assertThat(customer.wakeupMillis()).isEqualTo(Episode.NEVER);
    }
}
