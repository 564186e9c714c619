package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    void namesEveryMetricsPortAsTheReportersOpenIt() {
        JsonNode flink = job().at("/spec/flinkConfiguration");

        assertThat(NetworkRules.metricsPorts(job()))
                .containsEntry("flink-metrics", flink.path("metrics.reporter.prom.port").asInt())
                .containsEntry("metrics", flink.path("metrics.reporter.churn.port").asInt())
                .hasSize(2);
    }

    private Manifest job() {
        return Manifest.only(all, "FlinkDeployment", "holdfast-scoring");
    }
}
