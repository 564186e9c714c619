package holdfast.flink.wire;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;

/**
 * The schemas that a record in the field may have been written with: the current one and those of
 * every release, which travel with the program.
 */
public final class KnownSchemas {
    private static final String RELEASED = "/holdfast/schemas/released/";
    private static final String INDEX = "SHA256SUMS";

    private KnownSchemas() {}

    /** Every version of a schema, the current one first, each fingerprint once. */
    public static List<Schema> of(Schema current) {
        Map<Long, Schema> known = new LinkedHashMap<>();
        known.put(SchemaNormalization.parsingFingerprint64(current), current);
        for (SchemaParser release : releases().values()) {
            for (Schema released : release.getParsedNamedSchemas()) {
                if (released.getFullName().equals(current.getFullName())) {
                    known.putIfAbsent(SchemaNormalization.parsingFingerprint64(released), released);
                }
            }
        }
        return List.copyOf(known.values());
    }

    /** The files of each release; one may use types that another declares. */
    private static Map<String, SchemaParser> releases() {
        Map<String, SchemaParser> releases = new LinkedHashMap<>();
        for (String file : files()) {
            String release = file.substring(0, file.indexOf('/'));
            releases.computeIfAbsent(release, first -> new SchemaParser()).parse(text(file));
        }
        return releases;
    }

    /** Paths such as {@code 0.1.0/Tick.avsc}, from lines of a hash, two blanks and a path. */
    private static List<String> files() {
        List<String> files = new ArrayList<>();
        text(INDEX).lines().forEach(line -> files.add(line.substring(line.lastIndexOf(' ') + 1)));
        return files;
    }

    private static String text(String file) {
        try (InputStream in = KnownSchemas.class.getResourceAsStream(RELEASED + file)) {
            if (in == null) {
                throw new FileNotFoundException(RELEASED + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
