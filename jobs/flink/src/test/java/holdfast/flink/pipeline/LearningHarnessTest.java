package holdfast.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.Presets;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.operator.LearningFunction;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.Publication;
import holdfast.flink.wire.TrainingMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The learning operator alone, over what the plain engine tells. */
class LearningHarnessTest {

    private static final Playbook PLAYBOOK = Presets.ecommerce();
    private static final List<byte[]> TOLD = Told.records();

    @Test
    void publishesModelsFiguresAndReports() throws Exception {
        List<EncodedRecord> out = learned(TOLD.size());

        assertThat(texts(out, EncodedRecord.Kind.PUBLISHED))
                .anyMatch(text -> text.startsWith("{\"model\""))
                .anyMatch(text -> text.startsWith("{\"format\""));
        assertThat(texts(out, EncodedRecord.Kind.QUALITY)).isNotEmpty();
    }

    @Test
    void learnsTheSameWhereverItIsRestored() throws Exception {
        List<String> whole = all(learned(TOLD.size()));

        for (int cut : new int[] {TOLD.size() / 3, TOLD.size() - 5}) {
            assertThat(all(learned(cut))).as("cut at " + cut).isEqualTo(whole);
        }
    }

    @Test
    void skipsWhatItCannotRead() throws Exception {
        try (Harness harness = harness()) {
            harness.open();
            harness.processElement("nonsense".getBytes(StandardCharsets.UTF_8), 0);
            feed(harness, TOLD);

            assertThat(all(harness.extractOutputValues())).isEqualTo(all(learned(TOLD.size())));
        }
    }

    @Test
    void keepsItsPlaybookWhenAnotherIsRefused() throws Exception {
        try (Harness harness = harness()) {
            harness.open();
            Publication bad =
                    new Publication(
                            Publication.Kind.PLAYBOOK,
                            new Origin("churn.playbooks.v1", 0, 0, 0),
                            0,
                            "playbook: {".getBytes(StandardCharsets.UTF_8));
            harness.processBroadcastElement(bad, 0);
            feed(harness, TOLD);

            assertThat(all(harness.extractOutputValues())).isEqualTo(all(learned(TOLD.size())));
        }
    }

    /** What comes of all records when the job is stopped after some and goes on from its state. */
    private static List<EncodedRecord> learned(int cut) throws Exception {
        List<EncodedRecord> out = new ArrayList<>();
        OperatorSubtaskState state;
        try (Harness before = harness()) {
            before.open();
            feed(before, TOLD.subList(0, cut));
            out.addAll(before.extractOutputValues());
            state = before.snapshot(1, 1);
        }
        try (Harness after = harness()) {
            after.initializeState(state);
            after.open();
            feed(after, TOLD.subList(cut, TOLD.size()));
            out.addAll(after.extractOutputValues());
        }
        return out;
    }

    private static void feed(Harness harness, List<byte[]> records) throws Exception {
        for (byte[] record : records) {
            harness.processElement(record, 0);
        }
    }

    private static List<String> all(List<EncodedRecord> out) {
        return out.stream().map(EncodedRecord::toString).toList();
    }

    private static List<String> texts(List<EncodedRecord> out, EncodedRecord.Kind kind) {
        return out.stream()
                .filter(record -> record.kind() == kind)
                .map(
                        record ->
                                new String(
                                        Objects.requireNonNull(record.value()),
                                        StandardCharsets.UTF_8))
                .toList();
    }

    private static Harness harness() throws Exception {
        return new Harness();
    }

    private static final class Harness
            extends BroadcastOperatorTestHarness<byte[], Publication, EncodedRecord> {

        private static final List<MapStateDescriptor<?, ?>> STATES =
                List.of(LearningFunction.PLAYBOOKS);

        Harness() throws Exception {
            super(
                    new CoBroadcastWithNonKeyedOperator<>(
                            new LearningFunction(PLAYBOOK.source()), STATES),
                    1,
                    1,
                    0);
            setup(
                    CodecTypes.ENCODED_RECORD.createSerializer(
                            getExecutionConfig().getSerializerConfig()));
        }
    }

    /** What the engine tells of a script, in the order of time. */
    private static final class Told implements Decisions {

        private final List<TrainingRecord> records = new ArrayList<>();

        static List<byte[]> records() {
            Told told = new Told();
            Replay replay = new Replay(Guidance.of(PLAYBOOK, Settings.defaults()), told);
            List<Activity> activities = new Script(3).activities();
            activities.forEach(replay::accept);
            told.records.sort(
                    Comparator.comparingLong(TrainingRecord::atMillis)
                            .thenComparingLong(TrainingRecord::customerKey)
                            .thenComparingInt(TrainingRecord::outcomeId)
                            .thenComparing(TrainingRecord::kind));
            TrainingMessages messages = new TrainingMessages();
            return told.records.stream()
                    .map(record -> Objects.requireNonNull(messages.encoded(record).value()))
                    .toList();
        }

        @Override
        public void alert(Alert alert) {}

        @Override
        public void score(ScoreReport report) {}

        @Override
        public void held(Policy policy, HoldReason reason) {}

        @Override
        public void forgotten(String customerId) {}

        @Override
        public void training(TrainingRecord record) {
            records.add(record);
        }
    }
}
