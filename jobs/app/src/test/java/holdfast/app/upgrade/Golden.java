package holdfast.app.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A savepoint of a released version, with what was known of it when it was made.
 *
 * <pre>
 * savepoint/       canonical format, without absolute paths
 * playbook.yaml    with which the job was started
 * offsets.tsv      how far each partition had been read
 * fates.tsv        how many records had met each fate
 * state.txt        what the state held, a line for each customer and publication
 * after.tsv        the story that follows
 * outcome.txt      alerts, last scores and fates that it leads to
 * </pre>
 */
record Golden(Path directory) {

    private static final Path ALL = Path.of("src", "test", "resources", "savepoints");

    /** Every version that there is. */
    static List<Golden> all() throws IOException {
        try (Stream<Path> versions = Files.list(ALL)) {
            return versions.sorted().map(Golden::new).toList();
        }
    }

    static Golden ofVersion(String version) {
        return new Golden(ALL.resolve(version));
    }

    Path savepoint() {
        return directory.resolve("savepoint");
    }

    Path playbook() {
        return directory.resolve("playbook.yaml");
    }

    Path after() {
        return directory.resolve("after.tsv");
    }

    List<String> state() throws IOException {
        return Files.readAllLines(directory.resolve("state.txt"));
    }

    List<String> outcome() throws IOException {
        return Files.readAllLines(directory.resolve("outcome.txt"));
    }

    /** Offsets by topic and partition, as {@code topic-0}. */
    Map<String, Long> offsets() throws IOException {
        return counts(directory.resolve("offsets.tsv"));
    }

    Map<String, Long> fates() throws IOException {
        return counts(directory.resolve("fates.tsv"));
    }

    void writeState(List<String> lines) throws IOException {
        Files.write(directory.resolve("state.txt"), lines);
    }

    void writeOutcome(List<String> lines) throws IOException {
        Files.write(directory.resolve("outcome.txt"), lines);
    }

    void writeOffsets(Map<String, Long> offsets) throws IOException {
        Files.write(directory.resolve("offsets.tsv"), lines(offsets));
    }

    void writeFates(Map<String, Long> fates) throws IOException {
        Files.write(directory.resolve("fates.tsv"), lines(fates));
    }

    /** Copies the savepoint to another place. */
    static Path copy(Path savepoint, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(savepoint)) {
            files.forEach(file -> copyFile(file, to.resolve(file.getFileName())));
        }
        return to;
    }

    @Override
    public String toString() {
        return String.valueOf(directory.getFileName());
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> lines(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + "\t" + count.getValue())
                        .toList();
    }

    private static Map<String, Long> counts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", 2))
                .collect(
                        Collectors.toMap(
                                line -> line[0],
                                line -> Long.parseLong(line[1]),
                                Long::sum,
                                TreeMap::new));
    }
}
