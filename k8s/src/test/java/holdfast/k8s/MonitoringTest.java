package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a cluster is given the rules and dashboards that were tested, and all of them. */
class MonitoringTest {

    private static final Path FOLDER = Path.of("monitoring");
    private static final Path RULE = FOLDER.resolve("prometheusrule.yaml");
    private static final long CONFIG_MAP_BYTES_MAX = 1 << 20;

    private static final String HEAD =
            """
            # Made from rules.yaml, which is the one to change.
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: holdfast
              labels:
                app.kubernetes.io/name: holdfast
            spec:
            """;

    @Test
    void givesPrometheusTheRulesThatWereTested() throws IOException {
        String wanted = HEAD + indented(Files.readString(FOLDER.resolve("rules.yaml")));
        Path made = Files.createDirectories(Path.of("target")).resolve("prometheusrule.yaml");
        Files.writeString(made, wanted);

        assertThat(RULE).as("cp k8s/" + made + " k8s/" + RULE).content().isEqualTo(wanted);
        Manifest rule = Manifest.read(RULE).get(0);
        assertThat(rule.at("/spec"))
                .isEqualTo(Manifest.read(FOLDER.resolve("rules.yaml")).get(0).tree());
        assertThat(Checks.schemaProblems(rule)).isEmpty();
    }

    @Test
    void givesGrafanaEveryDashboard() throws IOException {
        Manifest kustomization = Manifest.read(FOLDER.resolve("kustomization.yaml")).get(0);
        Set<String> given = new TreeSet<>();
        for (JsonNode generator : kustomization.at("/configMapGenerator")) {
            generator.path("files").forEach(file -> given.add(file.asText()));
            assertThat(generator.at("/options/labels/grafana_dashboard").asText()).isEqualTo("1");
        }

        assertThat(given).isEqualTo(dashboards());
        for (String dashboard : given) {
            assertThat(Files.size(FOLDER.resolve(dashboard))).isLessThan(CONFIG_MAP_BYTES_MAX);
        }
    }

    private static Set<String> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.map(file -> "dashboards/" + file.getFileName())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> line.isBlank() ? line : "  " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
