package holdfast.flink.operator;

import static holdfast.flink.operator.TestingChurn.DAY;
import static holdfast.flink.operator.TestingChurn.T0;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Presets;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChurnFunctionHarnessTest {

    private static final ScoringStart START = ScoringStart.with(Presets.generic().source());

    private TestingChurn churn;

    @BeforeEach
    void open() throws Exception {
        churn = TestingChurn.opened(START);
    }

    @AfterEach
    void close() throws Exception {
        churn.close();
    }

    @Test
    void opensAnAlertWhenACustomerFallsSilent() throws Exception {
        visitDaily("ada", 30);

        churn.watermark(T0 + 80 * DAY);

        assertThat(churn.alerts()).first().asString().contains("\"status\":\"OPENED\"", "SILENCE");
    }

    @Test
    void opensNothingWhileTheCustomerKeepsComing() throws Exception {
        for (int day = 0; day < 60; day++) {
            churn.act("ada", T0 + day * DAY);
            churn.watermark(T0 + day * DAY);
        }

        assertThat(churn.alerts()).isEmpty();
    }

    @Test
    void holdsOneTimerHoweverActiveTheCustomer() throws Exception {
        for (int i = 0; i < 200; i++) {
            churn.act("ada", T0 + i * DAY / 5);
            if (i % 7 == 0) {
                churn.watermark(T0 + i * DAY / 5);
            }
            assertThat(churn.timers()).isEqualTo(1);
        }
    }

    @Test
    void replacesTheTimerWhenTheWakeUpMovesEarlier() throws Exception {
        churn.act("ada", T0 + 20 * DAY);
        churn.act("ada", T0);
        churn.act("ada", T0 + DAY);

        assertThat(churn.timers()).isEqualTo(1);
    }

    @Test
    void leavesNeitherStateNorTimerOfACustomerLongGone() throws Exception {
        visitDaily("ada", 5);
        assertThat(churn.customers()).isEqualTo(1);

        churn.watermark(T0 + 300 * DAY);

        assertThat(churn.customers()).isZero();
        assertThat(churn.timers()).isZero();
        EncodedRecord last = churn.out().get(churn.out().size() - 1);
        assertThat(last.kind()).isEqualTo(EncodedRecord.Kind.SCORE);
        assertThat(last.value()).as("a tombstone").isNull();
        assertThat(last.key()).asString().isEqualTo("ada");
    }

    @Test
    void decidesNothingAtTheEndOfABoundedRun() throws Exception {
        visitDaily("ada", 30);
        int before = churn.out().size();

        churn.watermark(Long.MAX_VALUE);

        assertThat(churn.out()).hasSize(before);
        assertThat(churn.customers()).isEqualTo(1);
    }

    @Test
    void wakesUpAgainAfterARestoreFromADrainedRun() throws Exception {
        visitDaily("ada", 30);
        churn.watermark(Long.MAX_VALUE);
        try (TestingChurn later =
                TestingChurn.restored(new HashMapStateBackend(), START, churn.snapshot())) {
            later.act("ada", T0 + 30 * DAY);
            assertThat(later.timers()).isEqualTo(1);

            later.watermark(T0 + 80 * DAY);

            assertThat(later.alerts()).isNotEmpty();
        }
    }

    @Test
    void deadLettersANegativeAmountThatIsNoRefund() throws Exception {
        churn.act("ada", T0, "Order Completed", -500, "m1");
        churn.act("ada", T0, "refund", -500, "m2");

        assertThat(churn.texts(EncodedRecord.Kind.DEAD_LETTER)).containsExactly("original");
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() throws Exception {
        try (TestingChurn undisturbed = rocks();
                TestingChurn disturbed = rocks()) {
            play(undisturbed, 0, 20);
            play(undisturbed, 20, 40);
            undisturbed.watermark(T0 + 100 * DAY);

            play(disturbed, 0, 20);
            OperatorSubtaskState snapshot = disturbed.snapshot();
            int before = disturbed.out().size();
            try (TestingChurn restored =
                    TestingChurn.restored(
                            new EmbeddedRocksDBStateBackend(false), START, snapshot)) {
                play(restored, 20, 40);
                restored.watermark(T0 + 100 * DAY);

                assertThat(restored.out())
                        .isNotEmpty()
                        .isEqualTo(undisturbed.out().subList(before, undisturbed.out().size()));
            }
        }
    }

    @Test
    void keepsTheFirstLiveInstantWhenItIsRestoredWithAnother() throws Exception {
        visitDaily("ada", 30);
        ScoringStart muchLater =
                new ScoringStart(
                        START.playbook(),
                        "",
                        "",
                        T0 + 1_000 * DAY,
                        0,
                        START.scoreStep(),
                        START.trainingShare(),
                        START.format());
        try (TestingChurn restored =
                TestingChurn.restored(new HashMapStateBackend(), muchLater, churn.snapshot())) {
            restored.watermark(T0 + 80 * DAY);

            assertThat(restored.alerts()).isNotEmpty();
        }
    }

    @Test
    void goesOnWithTheOldPlaybookWhenABadOneIsPublished() throws Exception {
        visitDaily("ada", 30);
        churn.publish(Publication.Kind.PLAYBOOK, T0, "playbook: [");
        churn.publish(Publication.Kind.PLAYBOOK, T0, Presets.ecommerce().source());

        churn.watermark(T0 + 80 * DAY);

        assertThat(churn.texts(EncodedRecord.Kind.DEAD_LETTER)).hasSize(2);
        assertThat(churn.out().stream().filter(r -> r.kind() == EncodedRecord.Kind.DEAD_LETTER))
                .allSatisfy(
                        r -> assertThat(r.refused().reason().label()).isEqualTo("bad_playbook"));
        assertThat(churn.alerts()).first().asString().contains("\"playbook\":\"generic\"");
    }

    @Test
    void decidesByAPublishedPlaybookFromItsInstantOnAndAfterARestore() throws Exception {
        visitDaily("ada", 30);
        String stricter =
                START.playbook()
                        .replace("version: 1", "version: 2")
                        .replace("open-at: 0.60", "open-at: 0.90")
                        .replace("escalate-at: 0.85, ", "");
        churn.publish(Publication.Kind.PLAYBOOK, T0 + 31 * DAY, stricter);
        try (TestingChurn restored =
                TestingChurn.restored(new HashMapStateBackend(), START, churn.snapshot())) {
            restored.watermark(T0 + 85 * DAY);

            assertThat(restored.alerts())
                    .first()
                    .asString()
                    .contains("\"playbook_version\":2", "\"threshold\":0.9");
        }
    }

    @Test
    void decidesByAPublishedModelAndRefusesABrokenOneAlsoAfterARestore() throws Exception {
        visitDaily("ada", 30);
        String model = model("2026-01-02");
        churn.publish(Publication.Kind.MODEL, T0, model);
        churn.publish(Publication.Kind.MODEL, T0, model.substring(0, 200));

        assertThat(churn.out().stream().filter(r -> r.kind() == EncodedRecord.Kind.DEAD_LETTER))
                .singleElement()
                .satisfies(r -> assertThat(r.refused().reason().label()).isEqualTo("bad_model"));
        try (TestingChurn restored =
                TestingChurn.restored(new HashMapStateBackend(), START, churn.snapshot())) {
            restored.watermark(T0 + 85 * DAY);

            assertThat(restored.alerts())
                    .first()
                    .asString()
                    .contains("\"model_version\":\"2026-01-02\"");
        }
    }

    @Test
    void opensNothingWhilePaused() throws Exception {
        visitDaily("ada", 30);
        churn.publish(Publication.Kind.PAUSE, T0 + 30 * DAY, "");

        churn.watermark(T0 + 80 * DAY);

        assertThat(churn.alerts()).isEmpty();
    }

    @Test
    void opensNothingAboutACustomerWhoIsNotToBeContacted() throws Exception {
        visitDaily("ada", 30);
        visitDaily("bob", 30);
        churn.report("ada", T0 + 30 * DAY, "DO_NOT_CONTACT");

        churn.watermark(T0 + 80 * DAY);

        assertThat(churn.alerts()).isNotEmpty().allMatch(alert -> alert.contains("bob"));
    }

    @Test
    void erasesACustomerAndTakesInNoEventFromBefore() throws Exception {
        visitDaily("ada", 30);
        churn.order(ControlAction.ERASE, "ada", T0 + 30 * DAY, 0);
        churn.act("ada", T0 + 29 * DAY);

        churn.watermark(T0 + 80 * DAY);
        assertThat(churn.alerts()).isEmpty();
        assertThat(churn.customers()).as("that she was erased").isEqualTo(1);

        churn.watermark(T0 + 300 * DAY);
        assertThat(churn.customers()).isZero();
        assertThat(churn.timers()).isZero();
    }

    private static TestingChurn rocks() throws Exception {
        return TestingChurn.on(new EmbeddedRocksDBStateBackend(false), START);
    }

    private static void play(TestingChurn churn, int fromDay, int untilDay) throws Exception {
        for (int day = fromDay; day < untilDay; day++) {
            for (int customer = 0; customer < 5; customer++) {
                if (day % (customer + 1) == 0 && day < 35 - 4 * customer) {
                    churn.act("c" + customer, T0 + day * DAY + customer);
                }
            }
            if (day % 4 == 3) {
                churn.watermark(T0 + day * DAY);
            }
        }
    }

    private void visitDaily(String customer, int days) throws Exception {
        for (int day = 0; day < days; day++) {
            churn.act(customer, T0 + day * DAY);
        }
    }

    private static String model(String version) {
        BgNbd prior = new BgNbd(3.0, 2.0, 0.8, 4.0);
        BgNbdFit.Fit fit = new BgNbdFit.Fit(prior, -1, 10, true, BgNbdFit.Source.FITTED);
        return ModelWriter.write(
                ModelText.of(version, T0, Map.of(1, OutcomeModel.of(fit))), Presets.generic());
    }
}
