package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Origin;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class HistoryEndHarnessTest {

    private static final Metering METERING = Metering.plain();
    private static final long LIVE_FROM = 1_000_000;

    @Test
    void aJobThatGoesOnFromHistoryTakesNothingOfItAgain() throws Exception {
        OperatorSubtaskState state = left(EdgeFunction.ofHistory(METERING, LIVE_FROM), none());
        OperatorSubtaskState afterRestart = left(new EdgeFunction(METERING), state);

        for (OperatorSubtaskState each : List.of(state, afterRestart)) {
            assertThat(passed(each, visit(LIVE_FROM - 1))).isZero();
            assertThat(passed(each, visit(LIVE_FROM))).isOne();
        }
    }

    @Test
    void outreachOfTheTimeIsHeededSinceNoFileOfEventsHoldsIt() throws Exception {
        OperatorSubtaskState state = left(EdgeFunction.ofHistory(METERING, LIVE_FROM), none());

        assertThat(passed(state, of(LIVE_FROM - 1, SourceKind.OUTCOME))).isOne();
    }

    @Test
    void theRunThatTakesHistoryInTakesItAll() throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival, Arrival> edge =
                harness(EdgeFunction.ofHistory(METERING, LIVE_FROM))) {
            edge.open();
            edge.processElement(visit(LIVE_FROM - 1), LIVE_FROM - 1);

            assertThat(edge.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void aJobWithoutHistoryTakesWhateverComes() throws Exception {
        OperatorSubtaskState state = left(new EdgeFunction(METERING), none());

        assertThat(passed(state, visit(1))).isOne();
    }

    private static OperatorSubtaskState none() {
        return OperatorSubtaskState.builder().build();
    }

    private static OperatorSubtaskState left(EdgeFunction function, OperatorSubtaskState state)
            throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival, Arrival> edge = harness(function)) {
            edge.initializeState(state);
            edge.open();
            return edge.snapshot(1, 1);
        }
    }

    private static int passed(OperatorSubtaskState state, Arrival arrival) throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival, Arrival> edge =
                harness(new EdgeFunction(METERING))) {
            edge.initializeState(state);
            edge.open();
            edge.processElement(arrival, arrival.timeMillis());
            return edge.extractOutputValues().size();
        }
    }

    private static OneInputStreamOperatorTestHarness<Arrival, Arrival> harness(
            EdgeFunction function) throws Exception {
        OneInputStreamOperatorTestHarness<Arrival, Arrival> edge =
                new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(function));
        edge.setup(
                CodecTypes.ARRIVAL.createSerializer(
                        edge.getExecutionConfig().getSerializerConfig()));
        return edge;
    }

    private static Arrival visit(long timeMillis) {
        return of(timeMillis, SourceKind.CLICKSTREAM);
    }

    private static Arrival of(long timeMillis, SourceKind source) {
        return Arrival.activity(
                new Origin("clickstream.events.v1", 0, 0, timeMillis),
                new Activity("ada", timeMillis, "visit", 0, 0, 0, source));
    }
}
