package holdfast.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.job.ScoringJob;
import holdfast.app.options.Assignments;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names under which operators find their state, which are part of what a release promises. */
class OperatorUidsTest {

    /** Add to it what is new. What was released stays, or its state is lost in silence. */
    private static final Set<String> UIDS =
            Set.of(
                    "Sink Committer: write-records", // which Flink makes of "write-records"
                    "Sink Committer: write-ticks",
                    "Sink Committer: write-training",
                    "churn",
                    "order-training",
                    "edge",
                    "name-ticks",
                    "read-events",
                    "read-publications",
                    "read-ticks",
                    "tick",
                    "write-records",
                    "write-ticks",
                    "write-training");

    static List<Golden> versions() throws Exception {
        return Golden.all();
    }

    @Test
    void everyOperatorHasTheNameItWasReleasedWith() {
        Assignments assignments =
                Assignments.read(List.of("kafka.create-topics=false", "playbook=generic"));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        1, ScoringJob.settings(assignments));
        ScoringJob.define(env, assignments);
        Set<String> uids = new TreeSet<>();
        for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
            uids.add(String.valueOf(node.getTransformationUID()));
        }

        assertThat(uids).isEqualTo(UIDS);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyStateOfAReleaseBelongsToAnOperator(Golden golden) throws Exception {
        String place = golden.savepoint().toString();
        Set<String> owners = new TreeSet<>();
        try (DataInputStream metadata =
                new DataInputStream(
                        Files.newInputStream(golden.savepoint().resolve("_metadata")))) {
            for (OperatorState state :
                    Checkpoints.loadCheckpointMetadata(metadata, getClass().getClassLoader(), place)
                            .getOperatorStates()) {
                owners.add(state.getOperatorUid().orElse(state.getOperatorID().toString()));
            }
        }

        assertThat(owners).isNotEmpty().isSubsetOf(UIDS);
    }
}
