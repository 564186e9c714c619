package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.shell.FailedRunException;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ToldRowsTest {

    private static final Playbook PLAYBOOK = Presets.subscription();
    private static final Outcome IDLE = PLAYBOOK.outcome(2); // 14 days
    private static final long DAY = 86_400_000;
    private static final byte[] NONSENSE = {1, 2, 3};

    private final TrainingMessages messages = new TrainingMessages();
    private final ToldRows rows = new ToldRows("the topic", PLAYBOOK, IDLE);
    private long offset = 40;

    @Test
    void labelsWhatWasTold() {
        told(snapshot(7, IDLE, DAY));
        told(snapshot(8, IDLE, DAY));
        told(snapshot(8, PLAYBOOK.primaryOutcome(), DAY));
        told(TrainingRecord.decided(8, IDLE.id(), 3 * DAY));
        told(TrainingRecord.decided(9, IDLE.id(), 15 * DAY + 1));
        TrainingTable table = rows.table();

        assertThat(table.untilMillis()).isEqualTo(15 * DAY);
        assertThat(table.rows().size()).isEqualTo(2);
        assertThat(table.rows().row(0, 15 * DAY).label()).isEqualTo(OptionalInt.of(1));
        assertThat(table.rows().row(1, 15 * DAY).label()).isEqualTo(OptionalInt.of(0));
        assertThat(rows.complaint()).isEmpty();
    }

    @Test
    void leavesOutTheErased() {
        told(snapshot(7, IDLE, DAY));
        told(snapshot(8, IDLE, DAY));
        told(TrainingRecord.erased(7, 2 * DAY));

        assertThat(rows.table().rows().size()).isEqualTo(1);
        assertThat(rows.table().rows().row(0, DAY).customerKey()).isEqualTo(8);
    }

    @Test
    void aRecordThatIsToldTwiceIsOneRow() {
        told(snapshot(7, IDLE, DAY));
        told(TrainingRecord.decided(7, IDLE.id(), 2 * DAY));
        told(snapshot(7, IDLE, DAY));
        told(TrainingRecord.decided(7, IDLE.id(), 2 * DAY));

        assertThat(rows.table().rows().size()).isEqualTo(1);
        assertThat(rows.table().rows().row(0, 2 * DAY).decidedMillis()).hasValue(2 * DAY);
    }

    @Test
    void goesOnPastWhatCannotBeReadAndSaysWhereItBegan() {
        told(snapshot(7, IDLE, DAY));
        rows.take(offset++, NONSENSE);
        rows.take(offset++, null);
        told(TrainingRecord.decided(7, IDLE.id(), 2 * DAY));

        assertThat(rows.table().rows().size()).isEqualTo(1);
        assertThat(rows.complaint().orElseThrow())
                .startsWith("the topic: left out 2 of 4 records")
                .contains("at offset 41");
    }

    @Test
    void failsWhereThereIsNothingToLearnFrom() {
        assertThatThrownBy(rows::table)
                .isInstanceOf(FailedRunException.class)
                .hasMessageContaining("the topic holds no record")
                .hasMessageContaining("training.share");

        rows.take(offset++, NONSENSE);
        assertThatThrownBy(rows::table).hasMessageContaining("left out 1 of 1 records");

        told(snapshot(8, PLAYBOOK.primaryOutcome(), DAY));
        assertThatThrownBy(rows::table)
                .isInstanceOf(FailedRunException.class)
                .hasMessageContaining("none of its 2 records is a snapshot for outcome \"idle\"");
    }

    private void told(TrainingRecord record) {
        rows.take(offset++, messages.encoded(record).value());
    }

    private static TrainingRecord snapshot(long customer, Outcome outcome, long atMillis) {
        FeatureLayout layout = FeatureLayout.of(PLAYBOOK);
        return TrainingRecord.snapshot(
                customer,
                outcome.id(),
                atMillis,
                new Snapshot(
                        new Snapshot.Span(0, atMillis, 1),
                        100,
                        layout.categoryIds(),
                        new double[layout.width()]));
    }
}
