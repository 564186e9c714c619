package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

        for (Manifest job : jobs(all)) {
            String mounted = volume(job, "playbook").at("/configMap/name").asText();
            assertThat(mounted).startsWith("holdfast-playbook-");
            assertThat(Manifest.only(all, "ConfigMap", mounted).at("/data").has("playbook.yaml"))
                    .isTrue();
        }
    }

    /** Else the other tests of the base would read something that is never applied. */
    @Test
    void putsTheBaseTogetherAsItsTestsDo() {
        for (Manifest job : jobs(render("base"))) {
            Manifest rendered = new Manifest(job.source(), job.tree().deepCopy());
            ObjectNode playbook = (ObjectNode) volume(rendered, "playbook").at("/configMap");
            playbook.put("name", "holdfast-playbook");
            assertThat(rendered.tree()).isEqualTo(Base.job(job.name()).tree());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/strimzi"})
    void letsEachJobLogInAsItself(String folder) {
        Set<JsonNode> credentials =
                jobs(render(folder)).stream()
                        .map(job -> volume(job, "kafka-credentials"))
                        .collect(Collectors.toSet());

        assertThat(credentials).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void leavesATaskManagerToDrain(String folder) {
        List<Manifest> all = render(folder);
        Manifest job = Manifest.only(all, "FlinkDeployment", Base.SCORING);
        int taskManagers = job.at("/spec/job/parallelism").asInt() / SLOTS;
        Manifest budget = Manifest.only(all, "PodDisruptionBudget", "holdfast-taskmanagers");

        assertThat(job.at("/spec/flinkConfiguration/taskmanager.numberOfTaskSlots").asInt())
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
        for (Manifest job : jobs(render(folder))) {
            assertThat(job.at("/spec/image").asText()).contains("/").contains(":");
            assertThat(job.at("/spec/job/args/0").asText()).isEqualTo("--bootstrap");
            assertThat(job.at("/spec/job/args/1").asText()).isNotEqualTo("kafka.example.com:9093");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/strimzi"})
    void letsPrometheusReadBothPorts(String folder) {
        List<Manifest> all = render(folder);
        Manifest monitor = Manifest.only(all, "PodMonitor", "holdfast");
        Set<String> scraped = new TreeSet<>();
        monitor.at("/spec/podMetricsEndpoints")
                .forEach(endpoint -> scraped.add(endpoint.path("port").asText()));

        for (Manifest job : jobs(all)) {
            assertThat(scraped).isEqualTo(NetworkRules.metricsPorts(job).keySet());
            JsonNode labels = job.at("/spec/podTemplate/metadata/labels");
            assertThat(labels.properties())
                    .containsAll(monitor.at("/spec/selector/matchLabels").properties());
        }
        // Flink labels a job's pods with the name of its deployment: rules speak of one job each.
        assertThat(monitor.at("/spec/jobLabel").asText()).isEqualTo("app");
    }

    private static JsonNode volume(Manifest job, String name) {
        for (JsonNode volume : job.at("/spec/podTemplate/spec/volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        throw new AssertionError("no volume " + name);
    }

    private static List<Manifest> jobs(List<Manifest> all) {
        List<Manifest> jobs = Manifest.ofKind(all, "FlinkDeployment");
        assertThat(jobs)
                .extracting(Manifest::name)
                .containsExactlyInAnyOrder(Base.SCORING, Base.LEARNING);
        return jobs;
    }

    private static List<Manifest> render(String folder) {
        return Objects.requireNonNull(RENDERED.get(folder));
    }
}
