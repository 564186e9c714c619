package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be applied, as kustomize renders it. */
@Tag("ops")
class RenderedTest {

    private static final int SLOTS = 2;

    private static final Map<String, List<Manifest>> RENDERED =
            Stream.of("base", "overlays/production", "overlays/strimzi")
                    .collect(
                            Collectors.toMap(
                                    folder -> folder, folder -> Kustomize.render(Path.of(folder))));

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void passesEveryCheck(String folder) {
        assertThat(Checks.problems(render(folder))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void mountsThePlaybookThatItBrings(String folder) {
        List<Manifest> all = render(folder);
        String mounted = volume(job(all), "playbook").at("/configMap/name").asText();

        assertThat(mounted).startsWith("holdfast-playbook-");
        assertThat(Manifest.only(all, "ConfigMap", mounted).at("/data").has("playbook.yaml"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void leavesATaskManagerToDrain(String folder) {
        List<Manifest> all = render(folder);
        int taskManagers = job(all).at("/spec/job/parallelism").asInt() / SLOTS;
        Manifest budget = Manifest.only(all, "PodDisruptionBudget", "holdfast-taskmanagers");

        assertThat(job(all).at("/spec/flinkConfiguration/taskmanager.numberOfTaskSlots").asInt())
                .isEqualTo(SLOTS);
        assertThat(taskManagers).isGreaterThan(budget.at("/spec/minAvailable").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/strimzi"})
    void putsEverythingIntoOneNamespace(String folder) {
        Set<String> namespaces =
                render(folder).stream()
                        .filter(manifest -> !manifest.kind().equals("Namespace"))
                        .map(manifest -> manifest.at("/metadata/namespace").asText())
                        .collect(Collectors.toSet());

        assertThat(namespaces).hasSize(1).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/strimzi"})
    void leavesNoExampleOfTheBaseInPlace(String folder) {
        Manifest job = job(render(folder));

        assertThat(job.at("/spec/image").asText()).contains("/").contains(":");
        assertThat(job.at("/spec/job/args/0").asText()).isEqualTo("--bootstrap");
        assertThat(job.at("/spec/job/args/1").asText()).isNotEqualTo("kafka.example.com:9093");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/strimzi"})
    void letsPrometheusReadBothPorts(String folder) {
        List<Manifest> all = render(folder);
        Set<String> scraped = new TreeSet<>();
        Manifest.only(all, "PodMonitor", "holdfast")
                .at("/spec/podMetricsEndpoints")
                .forEach(endpoint -> scraped.add(endpoint.path("port").asText()));

        assertThat(scraped).isEqualTo(NetworkRules.metricsPorts(job(all)).keySet());
    }

    private static JsonNode volume(Manifest job, String name) {
        for (JsonNode volume : job.at("/spec/podTemplate/spec/volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        throw new AssertionError("no volume " + name);
    }

    private static Manifest job(List<Manifest> all) {
        return Manifest.only(all, "FlinkDeployment", "holdfast-scoring");
    }

    private static List<Manifest> render(String folder) {
        return Objects.requireNonNull(RENDERED.get(folder));
    }
}
