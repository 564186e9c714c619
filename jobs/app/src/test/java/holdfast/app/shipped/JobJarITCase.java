package holdfast.app.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads what the package phase made; Maven runs this after it. */
class JobJarITCase {

    private static final Path TARGET = Path.of("target");
    private static final Pattern COMPONENT =
            Pattern.compile("\"purl\" : \"pkg:maven/([^/]+)/([^@]+)@([^?\"]+)");
    private static final long BYTES_MAX = 40L << 20;

    @Test
    void theBillOfMaterialsNamesEveryLibraryInTheJarWithItsVersion() throws IOException {
        Map<String, String> shipped = libraries();

        assertThat(shipped).containsKeys("org.apache.avro:avro", "holdfast:holdfast-core");
        assertThat(billed()).containsAllEntriesOf(shipped);
    }

    @Test
    void theBillIsAboutNothingButReleasesAndOurselves() throws IOException {
        assertThat(billed())
                .allSatisfy(
                        (library, version) -> {
                            if (!library.startsWith("holdfast:")) {
                                assertThat(version).as(library).doesNotContain("SNAPSHOT");
                            }
                        });
    }

    @Test
    void theLicenceOfEveryLibraryIsListed() throws IOException {
        String listed = Files.readString(TARGET.resolve("THIRD-PARTY.txt"));

        for (String library : libraries().keySet()) {
            if (!library.startsWith("holdfast:")) {
                assertThat(listed).contains(library + ":");
            }
        }
        assertThat(listed).contains("(Apache-2.0)").doesNotContain("GPL", "Unknown");
    }

    @Test
    void theJarBringsNeitherFlinkNorABrokerAndStaysSmall() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("holdfast-job.jar").toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"))
                    .noneMatch(name -> name.startsWith("kafka/server/"))
                    .noneMatch(name -> name.startsWith("holdfast/metrics/"))
                    .noneMatch(name -> name.startsWith("io/prometheus/"))
                    .anyMatch(name -> name.equals("META-INF/LICENSE"));
        }
        assertThat(Files.size(TARGET.resolve("holdfast-job.jar"))).isLessThan(BYTES_MAX);
    }

    private static Map<String, String> billed() throws IOException {
        Map<String, String> billed = new TreeMap<>();
        Matcher component =
                COMPONENT.matcher(Files.readString(TARGET.resolve("holdfast-job.sbom.json")));
        while (component.find()) {
            billed.put(component.group(1) + ":" + component.group(2), component.group(3));
        }
        return billed;
    }

    /** What says of itself that it is in the jar. */
    private static Map<String, String> libraries() throws IOException {
        Map<String, String> libraries = new TreeMap<>();
        try (JarFile jar = new JarFile(TARGET.resolve("holdfast-job.jar").toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        Properties maven = new Properties();
                        maven.load(bytes);
                        libraries.put(
                                maven.getProperty("groupId")
                                        + ":"
                                        + maven.getProperty("artifactId"),
                                maven.getProperty("version"));
                    }
                }
            }
        }
        return libraries;
    }
}
