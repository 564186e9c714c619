package holdfast.k8s.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.config.KubernetesOperatorConfigOptions;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator's admission check says of the jobs. */
@Tag("ops")
class OperatorValidatorTest {

    private static final Path BASE = Path.of("../base");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final DefaultValidator validator =
            new DefaultValidator(new FlinkConfigManager(new Configuration()));

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "learning"})
    void acceptsTheJob(String job) throws Exception {
        assertThat(complaint(job, "", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "learning"})
    void refusesAJobThatCouldNotBeUpgraded(String job) throws Exception {
        String savepoints = "    execution.checkpointing.savepoint-dir:";
        assertThat(complaint(job, savepoints, "    state.nowhere:")).isPresent();
        assertThat(complaint(job, "replicas: 1", "replicas: 0")).isPresent();
        assertThat(complaint(job, "memory: 4096m", "memory: much")).isPresent();
        assertThat(complaint(job, "name: holdfast-" + job + "\n", "name: Holdfast_1\n"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "learning"})
    void knowsEveryKeyThatIsForTheOperator(String job) throws Exception {
        List<String> known = new ArrayList<>();
        for (Field field : KubernetesOperatorConfigOptions.class.getFields()) {
            if (field.getType() == ConfigOption.class) {
                known.add(((ConfigOption<?>) field.get(null)).key());
            }
        }

        assertThat(deployment(job, "", "").getSpec().getFlinkConfiguration().keySet())
                .filteredOn(key -> key.startsWith("kubernetes.operator."))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    private Optional<String> complaint(String job, String right, String wrong) throws IOException {
        return validator.validateDeployment(deployment(job, right, wrong));
    }

    /** A job with one thing changed, in the words of a Flink that this validator knows. */
    private static FlinkDeployment deployment(String job, String right, String wrong)
            throws IOException {
        String own = Files.readString(BASE.resolve(job + ".yaml"));
        String both = Files.readString(BASE.resolve("both-jobs.yaml"));
        assertThat(own + both).contains(right).contains("flinkVersion: v2_2");
        JsonNode merged = YAML.readTree(known(own.replace(right, wrong)));
        YAML.readerForUpdating(merged.path("spec"))
                .readValue(YAML.readTree(known(both.replace(right, wrong))).path("spec"));
        return YAML.treeToValue(merged, FlinkDeployment.class);
    }

    private static String known(String text) {
        return text.replace("v2_2", "v1_17")
                .replace("execution.checkpointing.dir", "state.checkpoints.dir")
                .replace("execution.checkpointing.savepoint-dir", "state.savepoints.dir");
    }
}
