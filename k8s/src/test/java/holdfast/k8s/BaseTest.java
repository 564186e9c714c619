package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import holdfast.app.quickstart.MetricPorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** The base as it stands in its files, before kustomize puts it together. */
class BaseTest {

    private static final Path BASE = Path.of("base");

    private final List<Manifest> all = new ArrayList<>();
    private final Manifest kustomization;

    BaseTest() {
        kustomization = Manifest.read(BASE.resolve("kustomization.yaml")).get(0);
        for (String file : kustomization.texts("/resources")) {
            all.addAll(Manifest.read(BASE.resolve(file)));
        }
    }

    @Test
    void passesEveryCheck() {
        assertThat(Checks.problems(all)).isEmpty();
    }

    @Test
    void givesTheJobOnlyWhatItsRoleNeeds() {
        Manifest role = Manifest.only(all, "Role", "holdfast-scoring");
        Set<String> granted = Set.of("pods", "configmaps", "deployments", "deployments/finalizers");

        for (JsonNode rule : role.at("/rules")) {
            assertThat(rule.path("verbs").toString()).doesNotContain("*");
            rule.path("resources").forEach(it -> assertThat(granted).contains(it.asText()));
        }
        assertThat(Manifest.ofKind(all, "ClusterRole")).isEmpty();
    }

    @Test
    void runsAsTheAccountThatHoldsTheRole() {
        Manifest binding = Manifest.only(all, "RoleBinding", "holdfast-scoring");
        String account = job().at("/spec/serviceAccount").asText();

        assertThat(Manifest.only(all, "ServiceAccount", account)).isNotNull();
        assertThat(binding.at("/subjects/0/name").asText()).isEqualTo(account);
        assertThat(binding.at("/roleRef/name").asText()).isEqualTo("holdfast-scoring");
    }

    @Test
    void opensTheReportersThatEveryOtherRunOpens() {
        Map<String, Integer> ports = NetworkRules.metricsPorts(job());
        Configuration wanted = new Configuration();
        new MetricPorts(ports.getOrDefault("flink-metrics", 0), ports.getOrDefault("metrics", 0))
                .open(wanted);

        Map<String, String> asked = new HashMap<>();
        for (Map.Entry<String, JsonNode> it : job().at("/spec/flinkConfiguration").properties()) {
            if (it.getKey().startsWith("metrics.reporter")) {
                asked.put(it.getKey(), it.getValue().asText());
            }
        }
        assertThat(ports).hasSize(2);
        assertThat(asked).isEqualTo(wanted.toMap());
    }

    private Manifest job() {
        return Manifest.only(all, "FlinkDeployment", "holdfast-scoring");
    }
}
