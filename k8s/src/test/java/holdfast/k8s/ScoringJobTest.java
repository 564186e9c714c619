package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.job.JobArguments;
import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.core.customer.StateBound;
import holdfast.core.playbook.PlaybookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the manifest asks of the job, read as the job reads it. */
class ScoringJobTest {

    private final Manifest job = Manifest.read(Path.of("base/deployment.yaml")).get(0);
    private final Assignments assignments =
            CommandLine.populateCommand(
                            new JobArguments(), job.texts("/spec/job/args").toArray(String[]::new))
                    .assignments();

    @Test
    void keepsStateOverUpgradesAndLostMasters() {
        assertThat(job.at("/spec/job/upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(job.at("/spec/job/allowNonRestoredState").asBoolean(true)).isFalse();
        assertThat(flink(HighAvailabilityOptions.HA_MODE.key())).isEqualTo("kubernetes");
        assertThat(flink(HighAvailabilityOptions.HA_STORAGE_PATH.key())).startsWith("s3://");
        assertThat(flink(CheckpointingOptions.CHECKPOINTS_DIRECTORY.key())).startsWith("s3://");
        assertThat(flink(CheckpointingOptions.SAVEPOINT_DIRECTORY.key())).startsWith("s3://");
    }

    @Test
    void storesStateSoThatItCanBeRestored() {
        assertThat(flink(StateBackendOptions.STATE_BACKEND.key())).isEqualTo("rocksdb");
        assertThat(flink(CheckpointingOptions.INCREMENTAL_CHECKPOINTS.key())).isEqualTo("true");
        assertThat(flink(PipelineOptions.AUTO_GENERATE_UIDS.key())).isEqualTo("false");
        assertThat(flink(PipelineOptions.GENERIC_TYPES.key())).isEqualTo("false");
    }

    @Test
    void tellsKafkaWhereTheSecretIsNotWhatItIs() {
        Map<String, String> clients = assignments.clients();

        assertThat(assignments.options().get(ScoringOptions.BOOTSTRAP)).endsWith(":9093");
        assertThat(assignments.options().get(ScoringOptions.CREATE_TOPICS)).isFalse();
        assertThat(clients)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry(
                        "sasl.jaas.config", "${directory:/etc/holdfast/kafka:sasl.jaas.config}")
                .containsEntry(
                        "config.providers.directory.class",
                        DirectoryConfigProvider.class.getName());
    }

    @Test
    void readsThePlaybookThatIsMounted() {
        String playbook = assignments.options().get(ScoringOptions.PLAYBOOK);

        assertThat(job.at("/spec/podTemplate/spec/containers/0/volumeMounts").toString())
                .contains("\"" + Path.of(playbook).getParent() + "\"");
        assertThat(Path.of(playbook).getFileName()).hasToString("playbook.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base/playbook.yaml", "overlays/production/playbook.yaml"})
    void bringsAPlaybookThatTheJobAccepts(String file) throws Exception {
        assertThat(
                        new PlaybookReader(StateBound::worstCaseBytes)
                                .read(file, Files.readString(Path.of(file)))
                                .lines())
                .isEmpty();
    }

    @Test
    void runsOnTheFlinkThatTheJobIsBuiltWith() throws Exception {
        assertThat(job.at("/spec/flinkVersion").asText()).isEqualTo("v2_2");
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<flink.version>2.2.1</flink.version>");
        assertThat(dockerfile()).contains("flink:2.2.1-java17");
    }

    @Test
    void findsInTheImageWhatItNames() throws Exception {
        String jar = job.at("/spec/job/jarURI").asText().replaceFirst("^local://", "");

        assertThat(copied()).contains(jar);
        assertThat(copied()).anyMatch(target -> target.startsWith("/opt/flink/plugins/"));
        assertThat(dockerfile()).contains("/opt/flink/plugins/s3-fs-hadoop");
        Class<?> entry = Class.forName(job.at("/spec/job/entryClass").asText());
        assertThat(entry.getMethod("main", String[].class)).isNotNull();
    }

    @Test
    void copiesIntoTheImageWhatTheBuildMakes() throws Exception {
        Pattern copy = Pattern.compile("(?m)^COPY \\S+ (\\S+)/target/(\\S+) ");
        List<MatchResult> copies = copy.matcher(dockerfile()).results().toList();

        assertThat(copies).hasSize(2);
        for (MatchResult it : copies) {
            assertThat(Files.readString(Path.of("..", it.group(1), "pom.xml")))
                    .contains("<outputFile>${project.build.directory}/" + it.group(2));
        }
    }

    @Test
    void buildsAnImageThatFetchesNothingAndRunsAsTheSameUser() throws Exception {
        String user = job.at("/spec/podTemplate/spec/securityContext/runAsUser").asText();

        assertThat(dockerfile()).contains("USER " + user + ":");
        assertThat(dockerfile()).doesNotContainPattern("curl|wget|apt-get|ADD |https?://");
    }

    private String flink(String key) {
        return job.at("/spec/flinkConfiguration").path(key).asText();
    }

    private static List<String> copied() throws IOException {
        return dockerfile()
                .lines()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("Dockerfile"));
    }
}
