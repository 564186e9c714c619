package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import holdfast.app.quickstart.MetricPorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The base as it stands in its files. */
class BaseTest {

    private final List<Manifest> all = Base.read(text -> text);

    @Test
    void passesEveryCheck() {
        assertThat(Checks.problems(all)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void givesEachJobOnlyWhatItsRoleNeeds(String job) {
        Manifest role = Manifest.only(all, "Role", job);
        Set<String> granted = Set.of("pods", "configmaps", "deployments", "deployments/finalizers");

        for (JsonNode rule : role.at("/rules")) {
            assertThat(rule.path("verbs").toString()).doesNotContain("*");
            rule.path("resources").forEach(it -> assertThat(granted).contains(it.asText()));
            if (rule.path("apiGroups").toString().contains("apps")) {
                assertThat(rule.path("resourceNames").toString()).isEqualTo("[\"" + job + "\"]");
            }
        }
        assertThat(Manifest.ofKind(all, "ClusterRole")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void runsEachJobAsTheAccountThatHoldsItsRole(String job) {
        Manifest binding = Manifest.only(all, "RoleBinding", job);
        String account = job(job).at("/spec/serviceAccount").asText();

        assertThat(account).isEqualTo(job);
        assertThat(Manifest.only(all, "ServiceAccount", account)).isNotNull();
        assertThat(binding.at("/subjects/0/name").asText()).isEqualTo(account);
        assertThat(binding.at("/roleRef/name").asText()).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void opensTheReportersThatEveryOtherRunOpens(String name) {
        Manifest job = job(name);
        Map<String, Integer> ports = NetworkRules.metricsPorts(job);
        Configuration wanted = new Configuration();
        new MetricPorts(ports.getOrDefault("flink-metrics", 0), ports.getOrDefault("metrics", 0))
                .open(wanted);

        Map<String, String> asked = new HashMap<>();
        for (Map.Entry<String, JsonNode> it : job.at("/spec/flinkConfiguration").properties()) {
            if (it.getKey().startsWith("metrics.reporter")) {
                asked.put(it.getKey(), it.getValue().asText());
            }
        }
        assertThat(ports).hasSize(2);
        assertThat(asked).isEqualTo(wanted.toMap());
    }

    @Test
    void keepsWhatOneJobStoresApartFromWhatTheOtherStores() {
        for (String mine : folders(Base.LEARNING)) {
            for (String theirs : folders(Base.SCORING)) {
                assertThat(mine + "/").doesNotStartWith(theirs + "/");
                assertThat(theirs + "/").doesNotStartWith(mine + "/");
            }
        }
        assertThat(secret(Base.LEARNING)).isNotEqualTo(secret(Base.SCORING));
    }

    @Test
    void letsNoPodOfOneJobReachTheOther() {
        for (Manifest policy : Manifest.ofKind(all, "NetworkPolicy")) {
            JsonNode selector = policy.at("/spec/podSelector/matchLabels");
            for (JsonNode peer : policy.at("/spec/ingress/0/from")) {
                if (peer.has("podSelector")) {
                    assertThat(peer.at("/podSelector/matchLabels")).isEqualTo(selector);
                    assertThat(selector.has("app.kubernetes.io/component")).isTrue();
                }
            }
        }
    }

    /** Drained with its only TaskManager, the learning job would stop every drain. */
    @Test
    void holdsBackADrainForTheScoringJobAlone() {
        assertThat(Manifest.ofKind(all, "PodDisruptionBudget"))
                .singleElement()
                .extracting(budget -> budget.at("/spec/selector/matchLabels/app").asText())
                .isEqualTo(Base.SCORING);
    }

    private List<String> folders(String name) {
        List<String> folders = new ArrayList<>();
        for (JsonNode value : job(name).at("/spec/flinkConfiguration")) {
            if (value.asText().startsWith("s3://")) {
                folders.add(value.asText());
            }
        }
        assertThat(folders).doesNotHaveDuplicates().hasSize(3);
        return folders;
    }

    private String secret(String name) {
        return job(name).at("/spec/podTemplate/spec/volumes").findValue("secretName").asText();
    }

    private Manifest job(String name) {
        return Manifest.only(all, "FlinkDeployment", name);
    }
}
