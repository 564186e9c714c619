package holdfast.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/**
 * The schemas of one folder.
 *
 * @param version name of the folder
 * @param byName schemas by their full names
 */
record Release(String version, Map<String, Schema> byName) {
    static final Path RELEASED = Path.of("released");
    static final Path CURRENT = Path.of("src/main/avro");

    static Release current() throws IOException {
        return of(CURRENT);
    }

    static List<Release> all() throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(RELEASED)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        List<Release> releases = new ArrayList<>();
        for (Path folder : folders) {
            releases.add(of(folder));
        }
        return releases;
    }

    private static Release of(Path folder) throws IOException {
        SchemaParser parser = new SchemaParser();
        for (Path file : files(folder)) {
            parser.parse(Files.readString(file));
        }
        return new Release(
                folder.getFileName().toString(),
                parser.getParsedNamedSchemas().stream()
                        .collect(
                                Collectors.toMap(
                                        Schema::getFullName,
                                        Function.identity(),
                                        (one, other) -> one,
                                        TreeMap::new)));
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".avsc")).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return version;
    }
}
