package holdfast.flink.operator;

import static holdfast.flink.operator.TestingChurn.DAY;
import static holdfast.flink.operator.TestingChurn.T0;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Presets;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.ControlAction;
import holdfast.flink.wire.EncodedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

/** From whom scores are learned says nothing about what is decided, and may change at a restart. */
class TrainingShareHarnessTest {

    private static final int CUSTOMERS = 12;
    private static final int MIDDLE_DAY = 60;
    private static final int LAST_DAY = 140;

    private final List<EncodedRecord> decided = new ArrayList<>();
    private final List<TrainingRecord> told = new ArrayList<>();

    @Test
    void decidesTheSameWhateverTheShareAndAfterEachChangeOfIt() throws Exception {
        List<EncodedRecord> undisturbed = decidedWith(1, 1);

        assertThat(undisturbed).hasSizeGreaterThan(50);
        assertThat(decidedWith(0, 0)).isEqualTo(undisturbed);
        assertThat(decidedWith(1, 0)).isEqualTo(undisturbed);
        assertThat(decidedWith(0, .5)).isEqualTo(undisturbed);
    }

    @Test
    void tellsOfNobodyWithAShareOfNothing() throws Exception {
        assertThat(toldWith(0, 0)).isEmpty();
        assertThat(toldWith(1, 1)).hasSizeGreaterThan(200);
    }

    @Test
    void tellsOfEachChosenCustomerAllThatItTellsOfEverybody() throws Exception {
        List<TrainingRecord> all = toldWith(1, 1);
        List<TrainingRecord> half = toldWith(.5, .5);
        TrainingSample sample = new TrainingSample(.5);

        assertThat(half)
                .hasSizeBetween(all.size() / 4, all.size() * 3 / 4)
                .isEqualTo(all.stream().filter(sample::hears).toList());
    }

    @Test
    void aShareThatGrowsAtARestartTellsFromThenOnOfTheNewOnesToo() throws Exception {
        long restartMillis = T0 + MIDDLE_DAY * DAY;
        List<TrainingRecord> later =
                toldWith(1, 1).stream()
                        .filter(record -> record.atMillis() > restartMillis)
                        .toList();

        assertThat(toldWith(0, 1)).isNotEmpty().isEqualTo(later);
    }

    @Test
    void tellsOfEveryErasureSinceTheShareMayHaveBeenLarger() throws Exception {
        assertThat(erasures(toldWith(1, .001))).hasSize(CUSTOMERS);
        assertThat(erasures(toldWith(1, 0))).as("nothing may be written").isEmpty();
    }

    private static List<TrainingRecord> erasures(List<TrainingRecord> told) {
        return told.stream().filter(it -> it.kind() == TrainingRecord.Kind.ERASED).toList();
    }

    private List<EncodedRecord> decidedWith(double share, double shareAfterwards) throws Exception {
        run(share, shareAfterwards);
        return List.copyOf(decided);
    }

    private List<TrainingRecord> toldWith(double share, double shareAfterwards) throws Exception {
        run(share, shareAfterwards);
        return List.copyOf(told);
    }

    private void run(double share, double shareAfterwards) throws Exception {
        decided.clear();
        told.clear();
        try (TestingChurn churn = TestingChurn.opened(start(share))) {
            play(churn, 0, MIDDLE_DAY);
            keep(churn);
            try (TestingChurn restarted =
                    TestingChurn.restored(
                            new HashMapStateBackend(), start(shareAfterwards), churn.snapshot())) {
                play(restarted, MIDDLE_DAY, LAST_DAY);
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    restarted.order(ControlAction.ERASE, "c" + customer, T0 + LAST_DAY * DAY, 0);
                }
                keep(restarted);
            }
        }
    }

    private void keep(TestingChurn churn) {
        decided.addAll(churn.out());
        told.addAll(churn.told());
    }

    /** Each at an own pace; some leave. */
    private static void play(TestingChurn churn, int fromDay, int untilDay) throws Exception {
        for (int day = fromDay; day < untilDay; day++) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                if (day % (customer + 1) == 0 && day < 50 + 10 * customer) {
                    churn.act("c" + customer, T0 + day * DAY + 1 + customer);
                }
            }
            churn.watermark(T0 + (day + 1) * DAY);
        }
    }

    private static ScoringStart start(double share) {
        ScoringStart all = ScoringStart.with(Presets.generic().source());
        return new ScoringStart(
                all.playbook(),
                all.model(),
                all.population(),
                all.liveFromMillis(),
                all.warmUpMillis(),
                all.scoreStep(),
                share,
                all.format());
    }
}
