package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.CustomerEvent;
import holdfast.schemas.v1.RetentionAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownSchemasTest {
    private static final Path RELEASED = Path.of("../../schemas/released");

    @Test
    void beginsWithTheCurrentSchema() {
        Schema current = CustomerEvent.getClassSchema();

        assertThat(KnownSchemas.of(current).get(0)).isSameAs(current);
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void knowsEveryInputThatWasEverReleased(RecordKind kind) throws Exception {
        assertThat(fingerprints(KnownSchemas.of(kind.schema())))
                .containsAll(released(kind.schema().getFullName()));
    }

    @Test
    void knowsEveryOutputThatWasEverReleased() throws Exception {
        for (Schema current :
                List.of(RetentionAlert.getClassSchema(), ChurnScore.getClassSchema())) {
            assertThat(fingerprints(KnownSchemas.of(current)))
                    .containsAll(released(current.getFullName()));
        }
    }

    private static Set<Long> released(String name) throws IOException {
        List<Path> releases;
        try (Stream<Path> entries = Files.list(RELEASED)) {
            releases = entries.filter(Files::isDirectory).toList();
        }
        assertThat(releases).isNotEmpty();
        Set<Long> fingerprints = new HashSet<>();
        for (Path release : releases) {
            fingerprints.addAll(
                    fingerprints(
                            schemas(release).stream()
                                    .filter(schema -> schema.getFullName().equals(name))
                                    .toList()));
        }
        return fingerprints;
    }

    private static List<Schema> schemas(Path release) throws IOException {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.toList()) {
                parser.parse(Files.readString(file));
            }
        }
        return parser.getParsedNamedSchemas();
    }

    private static Set<Long> fingerprints(List<Schema> schemas) {
        return schemas.stream()
                .map(SchemaNormalization::parsingFingerprint64)
                .collect(Collectors.toSet());
    }
}
