package holdfast.app.faults;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checkpoints of jobs that write new ones and remove old ones while somebody looks. */
final class TestingCheckpoints extends SimpleFileVisitor<Path> {

    private record Found(Path checkpoint, long writtenMillis) {}

    private final List<Found> found = new ArrayList<>();

    private TestingCheckpoints() {}

    /** Those that are complete, the newest last. */
    static List<Path> complete(Path under) throws IOException {
        TestingCheckpoints checkpoints = new TestingCheckpoints();
        Files.walkFileTree(under, checkpoints);
        return checkpoints.found.stream()
                .sorted(Comparator.comparingLong(Found::writtenMillis))
                .map(Found::checkpoint)
                .toList();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.endsWith("_metadata")) {
            found.add(
                    new Found(
                            requireNonNull(file.getParent()),
                            attributes.lastModifiedTime().toMillis()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path gone, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
