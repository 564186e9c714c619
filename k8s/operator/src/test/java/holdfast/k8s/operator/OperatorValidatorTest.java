package holdfast.k8s.operator;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** What the operator's admission check says of the job. */
@Tag("ops")
class OperatorValidatorTest {

    private static final Path FILE = Path.of("../base/deployment.yaml");

    private final DefaultValidator validator =
            new DefaultValidator(new FlinkConfigManager(new Configuration()));

    @Test
    void acceptsTheJob() throws Exception {
        assertThat(complaint("", "")).isEmpty();
    }

    @Test
    void refusesAJobThatCouldNotBeUpgraded() throws Exception {
        assertThat(complaint("    execution.checkpointing.savepoint-dir:", "    state.nowhere:"))
                .isPresent();
        assertThat(complaint("replicas: 1", "replicas: 0")).isPresent();
        assertThat(complaint("memory: 4096m", "memory: much")).isPresent();
        assertThat(complaint("name: holdfast-scoring\n", "name: Holdfast_Scoring\n")).isPresent();
    }

    @Test
    void knowsEveryKeyThatIsForTheOperator() throws Exception {
        List<String> known = new ArrayList<>();
        for (Field field : KubernetesOperatorConfigOptions.class.getFields()) {
            if (field.getType() == ConfigOption.class) {
                known.add(((ConfigOption<?>) field.get(null)).key());
            }
        }

        assertThat(deployment("", "").getSpec().getFlinkConfiguration().keySet())
                .filteredOn(key -> key.startsWith("kubernetes.operator."))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    private Optional<String> complaint(String right, String wrong) throws IOException {
        return validator.validateDeployment(deployment(right, wrong));
    }

    /** The job with one thing changed, in the words of a Flink that this validator knows. */
    private static FlinkDeployment deployment(String right, String wrong) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(right).contains("flinkVersion: v2_2");
        String changed =
                text.replace(right, wrong)
                        .replace("v2_2", "v1_17")
                        .replace("execution.checkpointing.dir", "state.checkpoints.dir")
                        .replace("execution.checkpointing.savepoint-dir", "state.savepoints.dir");
        return new ObjectMapper(new YAMLFactory()).readValue(changed, FlinkDeployment.class);
    }
}
