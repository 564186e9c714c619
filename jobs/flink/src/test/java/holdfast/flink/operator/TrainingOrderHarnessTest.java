package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingOrderHarnessTest {

    private OneInputStreamOperatorTestHarness<TrainingRecord, EncodedRecord> order;

    @BeforeEach
    void open() throws Exception {
        order = harness();
        order.open();
    }

    @AfterEach
    void close() throws Exception {
        order.close();
    }

    @Test
    void sendsRecordsInTheOrderOfTimeOnceNothingBeforeThemCanCome() throws Exception {
        take(30, 10, 20, 40);
        assertThat(sent()).isEmpty();

        order.processWatermark(30);

        assertThat(sent()).containsExactly(10L, 20L, 30L);
        order.processWatermark(39);
        assertThat(sent()).hasSize(3);
        order.processWatermark(40);
        assertThat(sent()).endsWith(40L);
    }

    @Test
    void ordersRecordsOfOneInstantAlikeHoweverTheyCame() throws Exception {
        TrainingRecord first = TrainingRecord.decided(1, 1, 10);
        TrainingRecord second = TrainingRecord.decided(1, 2, 10);
        TrainingRecord third = TrainingRecord.treated(2, 10);
        for (TrainingRecord record : List.of(third, second, first)) {
            order.processElement(record, 0);
        }

        order.processWatermark(10);

        assertThat(records()).containsExactly(first, second, third);
    }

    @Test
    void sendsALateRecordWithTheNextOnes() throws Exception {
        take(10);
        order.processWatermark(20);
        take(5, 25, 30);

        order.processWatermark(25);

        assertThat(sent()).containsExactly(10L, 5L, 25L);
    }

    @Test
    void losesNothingThatWaitsWhenItIsRestored() throws Exception {
        take(30, 10, 20);
        order.processWatermark(10);
        OperatorSubtaskState snapshot = order.snapshot(1, 1);
        order.processWatermark(20);
        order.close();

        order = harness();
        order.initializeState(snapshot);
        order.open();
        order.processWatermark(30);

        assertThat(sent()).containsExactly(20L, 30L);
    }

    @Test
    void sendsNothingBecauseTheInputEnds() throws Exception {
        take(10);

        order.processWatermark(Long.MAX_VALUE);

        assertThat(sent()).isEmpty();
    }

    private void take(long... times) throws Exception {
        for (long millis : times) {
            order.processElement(TrainingRecord.decided(7, 1, millis), millis);
        }
    }

    private List<Long> sent() {
        return records().stream().map(TrainingRecord::atMillis).toList();
    }

    private List<TrainingRecord> records() {
        TrainingMessages messages = new TrainingMessages();
        return order.extractOutputValues().stream()
                .map(record -> messages.read(Objects.requireNonNull(record.value())).orElseThrow())
                .toList();
    }

    private static OneInputStreamOperatorTestHarness<TrainingRecord, EncodedRecord> harness()
            throws Exception {
        OneInputStreamOperatorTestHarness<TrainingRecord, EncodedRecord> harness =
                new OneInputStreamOperatorTestHarness<>(new TrainingOrder(), 1, 1, 0);
        harness.setup(
                CodecTypes.ENCODED_RECORD.createSerializer(
                        harness.getExecutionConfig().getSerializerConfig()));
        return harness;
    }
}
