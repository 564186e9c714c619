package holdfast.app.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.core.playbook.Presets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.YamlParserUtils;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.junit.jupiter.api.Test;

class ScoringManifestTest {
    private static final String FILE = "../../k8s/scoring-job.yaml";

    private final Object manifest;

    ScoringManifestTest() throws Exception {
        manifest = YamlParserUtils.loadYamlFile(new File(FILE));
    }

    @Test
    void asksForTheFlinkThatTheJobIsBuiltWith() {
        assertThat(at("spec", "flinkVersion")).isEqualTo("v2_2");
        assertThat(textOf("../../k8s/Dockerfile")).contains("FROM flink:2.2.");
        assertThat(textOf("../../pom.xml")).contains("<flink.version>2.2.");
    }

    @Test
    void runsTheJarOfTheImage() {
        String jar = "/opt/flink/usrlib/holdfast-job.jar";

        assertThat(at("spec", "job", "jarURI")).isEqualTo("local://" + jar);
        assertThat(textOf("../../k8s/Dockerfile")).contains("holdfast-job.jar " + jar);
    }

    @Test
    void keepsStateOverUpgradesAndLostMasters() {
        assertThat(at("spec", "job", "upgradeMode")).isEqualTo("savepoint");
        assertThat(at("spec", "job", "allowNonRestoredState")).isEqualTo(false);
        assertThat(flink(HighAvailabilityOptions.HA_MODE.key())).isEqualTo("kubernetes");
        assertThat(flink(HighAvailabilityOptions.HA_STORAGE_PATH.key())).contains("://");
        assertThat(flink(CheckpointingOptions.CHECKPOINTS_DIRECTORY.key())).contains("://");
        assertThat(flink(CheckpointingOptions.SAVEPOINT_DIRECTORY.key())).contains("://");
    }

    @Test
    void storesStateSoThatItCanBeRestored() {
        assertThat(flink(StateBackendOptions.STATE_BACKEND.key())).isEqualTo("rocksdb");
        assertThat(flink(CheckpointingOptions.INCREMENTAL_CHECKPOINTS.key())).isEqualTo("true");
        assertThat(flink(PipelineOptions.AUTO_GENERATE_UIDS.key())).isEqualTo("false");
        assertThat(flink(PipelineOptions.GENERIC_TYPES.key())).isEqualTo("false");
    }

    @Test
    void givesOnlyOptionsThatTheJobKnows() {
        Assignments options = Assignments.read(assignments());

        assertThat(options.options().get(ScoringOptions.BOOTSTRAP)).contains(":9093");
        assertThat(Presets.names()).contains(options.options().get(ScoringOptions.PLAYBOOK));
    }

    @Test
    void tellsKafkaWhereTheSecretIsNotWhatItIs() {
        Map<String, String> clients = Assignments.read(assignments()).clients();

        assertThat(clients)
                .containsEntry(
                        "sasl.jaas.config", "${directory:/etc/holdfast/kafka:sasl.jaas.config}")
                .containsEntry(
                        "config.providers.directory.class",
                        DirectoryConfigProvider.class.getName());
        assertThat(textOf(FILE)).doesNotContainIgnoringCase("password=");
    }

    @Test
    void runsAsNobodyInParticular() {
        Object pod = at("spec", "podTemplate", "spec");
        Object container = items(in(pod, "containers")).get(0);

        assertThat(in(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(in(container, "name")).isEqualTo("flink-main-container");
        assertThat(in(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(in(container, "securityContext", "allowPrivilegeEscalation")).isEqualTo(false);
        assertThat(items(in(container, "securityContext", "capabilities", "drop")))
                .isEqualTo(List.of("ALL"));
    }

    private List<String> assignments() {
        List<?> args = items(at("spec", "job", "args"));
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < args.size(); i += 2) {
            assertThat(args.get(i)).isEqualTo("--set");
            assignments.add(String.valueOf(args.get(i + 1)));
        }
        return assignments;
    }

    private String flink(String key) {
        return String.valueOf(at("spec", "flinkConfiguration", key));
    }

    private Object at(String... path) {
        return in(manifest, path);
    }

    private static Object in(Object from, String... path) {
        Object found = from;
        for (String key : path) {
            assertThat(found).isInstanceOf(Map.class);
            Object next = ((Map<?, ?>) found).get(key);
            assertThat(next).as(key).isNotNull();
            found = next;
        }
        return found;
    }

    private static List<?> items(Object found) {
        assertThat(found).isInstanceOf(List.class);
        return (List<?>) found;
    }

    private static String textOf(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
