package holdfast.app.bootstrap;

import holdfast.flink.pipeline.Uids;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * Makes a savepoint of one that history left: it holds nothing but the state of operators that the
 * live job has too, so that the job restores it as any other, without leave to drop state.
 */
final class SavepointFolder {

    private static final Set<String> LIVE = Set.of(Uids.EDGE, Uids.CHURN);
    private static final String METADATA = "_metadata";

    private SavepointFolder() {}

    /** Moves a savepoint to its final place, which must not exist. */
    static void publish(Path made, Path place) throws IOException {
        Path file = made.resolve(METADATA);
        CheckpointMetadata all;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            all =
                    Checkpoints.loadCheckpointMetadata(
                            in, SavepointFolder.class.getClassLoader(), made.toUri().toString());
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Checkpoints.storeCheckpointMetadata(ofTheLiveJob(all), out);
        }
        Files.move(made, place);
    }

    private static CheckpointMetadata ofTheLiveJob(CheckpointMetadata all) {
        List<OperatorState> kept =
                all.getOperatorStates().stream()
                        .filter(state -> state.getOperatorUid().filter(LIVE::contains).isPresent())
                        .toList();
        if (kept.size() != LIVE.size()) {
            throw new IllegalStateException("the savepoint lacks one of " + LIVE);
        }
        return new CheckpointMetadata(
                all.getCheckpointId(), kept, all.getMasterStates(), all.getCheckpointProperties());
    }
}
