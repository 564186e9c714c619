package holdfast.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import holdfast.app.job.JobArguments;
import holdfast.app.job.ScoringJob;
import holdfast.app.learn.LearningArguments;
import holdfast.app.learn.LearningJob;
import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.app.options.StateStore;
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
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the manifests ask of the jobs, read as the jobs read it. */
class JobsTest {

    private final Manifest scoring = Base.job(Base.SCORING);
    private final Manifest learning = Base.job(Base.LEARNING);

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void keepsStateOverUpgradesAndLostMasters(String name) {
        Manifest job = Base.job(name);

        assertThat(job.at("/spec/job/upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(job.at("/spec/job/allowNonRestoredState").asBoolean(true)).isFalse();
        assertThat(flink(job, HighAvailabilityOptions.HA_MODE.key())).isEqualTo("kubernetes");
        assertThat(flink(job, HighAvailabilityOptions.HA_STORAGE_PATH.key())).startsWith("s3://");
        assertThat(flink(job, CheckpointingOptions.CHECKPOINTS_DIRECTORY.key()))
                .startsWith("s3://");
        assertThat(flink(job, CheckpointingOptions.SAVEPOINT_DIRECTORY.key())).startsWith("s3://");
        assertThat(flink(job, PipelineOptions.AUTO_GENERATE_UIDS.key())).isEqualTo("false");
        assertThat(flink(job, PipelineOptions.GENERIC_TYPES.key())).isEqualTo("false");
    }

    @Test
    void storesStateOfCustomersOnDiskAndWritesWhatHasChanged() {
        assertThat(flink(scoring, StateBackendOptions.STATE_BACKEND.key())).isEqualTo("rocksdb");
        assertThat(flink(scoring, CheckpointingOptions.INCREMENTAL_CHECKPOINTS.key()))
                .isEqualTo("true");
        assertThat(options(scoring).get(ScoringOptions.STATE_STORE)).isEqualTo(StateStore.ROCKSDB);
    }

    @Test
    void learnsInMemoryAndInOneTaskThatHasAllOfIt() {
        assertThat(learning.at("/spec/job/parallelism").asInt()).isEqualTo(1);
        assertThat(flink(learning, TaskManagerOptions.NUM_TASK_SLOTS.key())).isEqualTo("1");
        assertThat(flink(learning, StateBackendOptions.STATE_BACKEND.key())).isEqualTo("hashmap");
        assertThat(
                        LearningJob.settings(assignments(learning))
                                .get(StateBackendOptions.STATE_BACKEND))
                .isEqualTo("hashmap");
        assertThat(flink(learning, TaskManagerOptions.MANAGED_MEMORY_FRACTION.key()))
                .isEqualTo("0");
    }

    /** Measured with as many snapshots as a learner keeps: a lesson, a checkpoint and a restart. */
    @Test
    void hasTheHeapThatLearningNeedsForEachOutcomeOfThePlaybook() throws Exception {
        Configuration flink = new Configuration();
        for (Map.Entry<String, JsonNode> it :
                learning.at("/spec/flinkConfiguration").properties()) {
            flink.setString(it.getKey(), it.getValue().asText());
        }
        String process = learning.at("/spec/taskManager/resource/memory").asText();
        flink.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.parse(process));
        MemorySize heap =
                TaskExecutorProcessUtils.processSpecFromConfig(flink).getJvmHeapMemorySize();

        int outcomes =
                new PlaybookReader(StateBound::worstCaseBytes)
                        .read("playbook", Files.readString(Path.of("base/playbook.yaml")))
                        .value()
                        .outcomes()
                        .size();
        assertThat(heap.getMebiBytes()).isGreaterThan(2_000 * outcomes);
    }

    @Test
    void startsBothJobsByTheSamePlaybookAtTheSameBrokers() {
        for (ConfigOption<String> option :
                List.of(ScoringOptions.PLAYBOOK, ScoringOptions.BOOTSTRAP)) {
            assertThat(options(learning).get(option)).isEqualTo(options(scoring).get(option));
        }
        assertThat(assignments(learning).clients()).isEqualTo(assignments(scoring).clients());
    }

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void tellsKafkaWhereTheSecretIsNotWhatItIs(String name) {
        Assignments assignments = assignments(Base.job(name));

        assertThat(assignments.options().get(ScoringOptions.BOOTSTRAP)).endsWith(":9093");
        assertThat(assignments.options().get(ScoringOptions.CREATE_TOPICS)).isFalse();
        assertThat(assignments.clients())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry(
                        "sasl.jaas.config", "${directory:/etc/holdfast/kafka:sasl.jaas.config}")
                .containsEntry(
                        "config.providers.directory.class",
                        DirectoryConfigProvider.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void readsThePlaybookThatIsMounted(String name) {
        Manifest job = Base.job(name);
        String playbook = options(job).get(ScoringOptions.PLAYBOOK);

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

    @ParameterizedTest
    @ValueSource(strings = {Base.SCORING, Base.LEARNING})
    void runsOnTheFlinkThatTheJobIsBuiltWith(String name) throws Exception {
        assertThat(Base.job(name).at("/spec/flinkVersion").asText()).isEqualTo("v2_2");
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<flink.version>2.2.1</flink.version>");
        assertThat(dockerfile()).contains("flink:2.2.1-java17");
    }

    @Test
    void findsInTheImageWhatTheyName() throws Exception {
        for (Manifest job : List.of(scoring, learning)) {
            String jar = job.at("/spec/job/jarURI").asText().replaceFirst("^local://", "");
            assertThat(copied()).contains(jar);
        }
        assertThat(copied()).anyMatch(target -> target.startsWith("/opt/flink/plugins/"));
        assertThat(dockerfile()).contains("/opt/flink/plugins/s3-fs-hadoop");
        assertThat(entry(scoring)).isEqualTo(ScoringJob.class);
        assertThat(entry(learning)).isEqualTo(LearningJob.class);
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
        String user = learning.at("/spec/podTemplate/spec/securityContext/runAsUser").asText();

        assertThat(dockerfile()).contains("USER " + user + ":");
        assertThat(dockerfile()).doesNotContainPattern("curl|wget|apt-get|ADD |https?://");
    }

    private static Assignments assignments(Manifest job) {
        String[] words = job.texts("/spec/job/args").toArray(String[]::new);
        return job.name().equals(Base.LEARNING)
                ? CommandLine.populateCommand(new LearningArguments(), words).assignments()
                : CommandLine.populateCommand(new JobArguments(), words).assignments();
    }

    private static Configuration options(Manifest job) {
        return assignments(job).options();
    }

    private static String flink(Manifest job, String key) {
        return job.at("/spec/flinkConfiguration").path(key).asText();
    }

    private static Class<?> entry(Manifest job) throws ReflectiveOperationException {
        Class<?> entry = Class.forName(job.at("/spec/job/entryClass").asText());
        assertThat(entry.getMethod("main", String[].class)).isNotNull();
        return entry;
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
