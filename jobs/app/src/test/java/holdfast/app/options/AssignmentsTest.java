package holdfast.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.shell.WrongUseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

    @Test
    void readsEachKindOfValue() {
        Assignments read =
                Assignments.read(
                        List.of(
                                "clock.disorder=2s",
                                "kafka.partitions=8",
                                "output.format=avro",
                                "clock.simulated=true",
                                "output.score-step=0.1",
                                "start.warm-up=1d"));

        assertThat(read.options().get(ClockOptions.DISORDER)).isEqualTo(Duration.ofSeconds(2));
        assertThat(read.options().get(ScoringOptions.PARTITIONS)).isEqualTo(8);
        assertThat(read.options().get(ScoringOptions.OUTPUT_FORMAT)).isEqualTo(OutputFormat.AVRO);
        assertThat(read.options().get(ScoringOptions.SIMULATED)).isTrue();
        assertThat(read.options().get(ScoringOptions.SCORE_STEP)).isEqualTo(0.1);
        assertThat(read.options().get(ScoringOptions.WARM_UP)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void lastAssignmentWins() {
        Assignments read = Assignments.read(List.of("playbook=ecommerce", "playbook=subscription"));

        assertThat(read.options().get(ScoringOptions.PLAYBOOK)).isEqualTo("subscription");
    }

    @Test
    void passesFlinkAndClientOptionsOnWithoutTheirPrefix() {
        Assignments read =
                Assignments.read(
                        List.of(
                                "flink.taskmanager.numberOfTaskSlots=2",
                                "kafka.client.security.protocol=SASL_SSL"));

        assertThat(read.flink().toMap()).containsEntry("taskmanager.numberOfTaskSlots", "2");
        assertThat(read.clients()).containsOnlyKeys("security.protocol");
        assertThat(read.options().toMap()).isEmpty();
    }

    @Test
    void namesEveryProblemAtOnceWithTheNearestRightKey() {
        assertThatThrownBy(
                        () ->
                                Assignments.read(
                                        List.of(
                                                "clock.disoder=1s",
                                                "clock.settle=30",
                                                "kafka.partitions=many",
                                                "output.format=xml",
                                                "nonsense")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        """
                        unknown option "clock.disoder"; did you mean "clock.disorder"?
                        clock.settle needs a unit, such as 60d or 8w (got "30")
                        kafka.partitions must be a whole number (got "many")
                        output.format must be json or avro (got "xml")
                        --set needs key=value (got "nonsense")""");
    }

    @Test
    void theLearningJobRefusesWhatSaysNothingToIt() {
        assertThat(Assignments.ofLearning(List.of("clock.simulated=true", "flink.x=y")).options())
                .isEqualTo(Assignments.read(List.of("clock.simulated=true")).options());
        assertThatThrownBy(
                        () ->
                                Assignments.ofLearning(
                                        List.of(
                                                "model.file=first.json",
                                                "kafka.partitions=2",
                                                "state.store=heap",
                                                "training.share=0",
                                                "training.shard=0")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        """
                        model.file says nothing to the learning job, only to the scoring job; leave it out
                        state.store says nothing to the learning job, only to the scoring job; leave it out
                        training.share says nothing to the learning job, only to the scoring job; leave it out
                        unknown option "training.shard"; did you mean "training.share"?""");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThatThrownBy(() -> Assignments.read(List.of("colour=red")))
                .hasMessage("unknown option \"colour\"");
    }
}
