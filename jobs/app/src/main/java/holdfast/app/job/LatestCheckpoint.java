package holdfast.app.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a job that was stopped or killed on this machine can go on. */
final class LatestCheckpoint {

    private static final String METADATA = "_metadata";
    private static final int DEPTH = 3; // job id, checkpoint, metadata

    private LatestCheckpoint() {}

    /** The newest complete checkpoint of any job under a directory. */
    static Optional<Path> under(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            return files.filter(file -> file.endsWith(METADATA))
                    .max(Comparator.comparing(LatestCheckpoint::writtenAt))
                    .map(Path::getParent);
        }
    }

    /** A file that vanishes meanwhile belongs to a checkpoint that is no longer the newest. */
    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException vanished) {
            return FileTime.fromMillis(0);
        }
    }
}
