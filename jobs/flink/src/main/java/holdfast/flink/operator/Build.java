package holdfast.flink.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param commit of the source, shortened; {@code unknown} when it was built outside a repository
 */
record Build(String version, String commit) {

    private static final String FILE = "build.properties";
    private static final String UNKNOWN = "unknown";

    /** As the build wrote it. */
    static Build read() {
        Properties properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + FILE, failure);
        }
        return new Build(
                properties.getProperty("version", UNKNOWN),
                properties.getProperty("commit", UNKNOWN));
    }
}
