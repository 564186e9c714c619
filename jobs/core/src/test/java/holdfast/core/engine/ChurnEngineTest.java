package holdfast.core.engine;

import static holdfast.core.alert.AlertStatus.ESCALATED;
import static holdfast.core.alert.AlertStatus.EXPIRED;
import static holdfast.core.alert.AlertStatus.OPENED;
import static holdfast.core.alert.AlertStatus.RECOVERED;
import static holdfast.core.alert.AlertStatus.RETRACTED;
import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.day;
import static holdfast.core.engine.TestingShop.event;
import static holdfast.core.engine.TestingShop.guidance;
import static holdfast.core.engine.TestingShop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.Fate;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.HoldReason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.HalfLives;
import holdfast.core.episode.Episode;
import holdfast.core.playbook.Policy;
import org.junit.jupiter.api.Test;

class ChurnEngineTest {

    private final ChurnEngine engine = new ChurnEngine();
    private final CustomerState customer = new CustomerState("c-1");
    private final TestingDecisions out = new TestingDecisions();
    private Guidance guidance = guidance(Settings.defaults(), SAVE);

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

    @Test
    void countsARepeatedMessageOnce() {
        Activity once = event("c-1", 1, "Order Completed", 500, 77);

        assertThat(take(once)).isEqualTo(Fate.SCORED);
        assertThat(take(once)).isEqualTo(Fate.DUPLICATE);
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
        assertThat(customer.money().fadedNetMinor(2, day(3), guidanceHalfLives())).isZero();
    }

    @Test
    void doesNotLetBrowsingEndTheSilenceOfPurchases() {
        buyEveryThreeDays(10);
        wakeUpTo(50);

        take(event("c-1", 50, "Product Viewed", 0, 0));

        assertThat(out.statuses()).doesNotContain(RECOVERED);
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

    private HalfLives guidanceHalfLives() {
        return guidance.rules().at(0).fold().halfLives();
    }

    private void buyEveryThreeDays(int times) {
        for (int i = 0; i < times; i++) {
            buy(3.0 * i);
        }
    }

    private void buy(double day) {
        take(purchase("c-1", day));
    }

    private void buyAt(long millis) {
        take(new Activity("c-1", millis, "Order Completed", 1_000, 0, 0, SourceKind.TRANSACTION));
    }

    private Fate take(Activity activity) {
        return engine.onActivity(customer, activity, Long.MIN_VALUE, guidance, out);
    }

    private void wakeUpTo(double day) {
        engine.onWakeup(customer, day(day), guidance, out);
    }

    private Alert last() {
        return out.alerts.get(out.alerts.size() - 1);
    }
}
