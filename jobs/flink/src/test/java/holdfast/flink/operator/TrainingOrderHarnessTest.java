package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.TrainingMessages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingOrderHarnessTest {

    private static final Comparator<TrainingRecord> BY_TIME =
            Comparator.comparingLong(TrainingRecord::atMillis)
                    .thenComparingLong(TrainingRecord::customerKey)
                    .thenComparingInt(TrainingRecord::outcomeId)
                    .thenComparing(TrainingRecord::kind);

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
    void sendsWhatAQueueWouldHoweverWatermarksFallBetween() throws Exception {
        Random random = new Random(3);
        PriorityQueue<TrainingRecord> queue = new PriorityQueue<>(BY_TIME);
        List<TrainingRecord> expected = new ArrayList<>();
        long watermarkMillis = 0;
        for (int i = 0; i < 20_000; i++) {
            TrainingRecord record = anyAround(watermarkMillis, random);
            order.processElement(record, record.atMillis());
            queue.add(record);
            if (random.nextInt(40) == 0) {
                watermarkMillis += random.nextInt(60);
                order.processWatermark(watermarkMillis);
                while (!queue.isEmpty() && queue.peek().atMillis() <= watermarkMillis) {
                    expected.add(queue.remove());
                }
            }
        }

        assertThat(expected).hasSizeGreaterThan(10_000);
        assertThat(records()).isEqualTo(expected);
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

    /** Few customers and instants, so that many records are of one instant. */
    private static TrainingRecord anyAround(long millis, Random random) {
        long atMillis = millis + random.nextInt(100) - 20;
        return random.nextBoolean()
                ? TrainingRecord.decided(random.nextInt(4) - 2, random.nextInt(3), atMillis)
                : TrainingRecord.treated(random.nextInt(4) - 2, atMillis);
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
