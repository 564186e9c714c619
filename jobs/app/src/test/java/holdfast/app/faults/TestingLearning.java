package holdfast.app.faults;

import static org.awaitility.Awaitility.await;

import holdfast.app.job.TestingJobs;
import holdfast.app.learn.LearningJob;
import holdfast.app.options.Assignments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The whole learning job in this process, beside the scoring job of the same prefix. */
final class TestingLearning implements AutoCloseable {

    private static final long STOP_SECONDS = 60;

    private final String bootstrap;
    private final String prefix;
    private final Path directory;
    private @Nullable JobClient job;

    /**
     * @param directory for checkpoints
     */
    TestingLearning(String bootstrap, String prefix, Path directory) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
        this.directory = directory;
    }

    /** Starts the job, from the newest checkpoint if there is one. */
    void start() throws Exception {
        Assignments assignments =
                Assignments.ofLearning(
                        List.of(
                                "kafka.bootstrap=" + bootstrap,
                                "kafka.topic-prefix=" + prefix,
                                "clock.simulated=true",
                                "checkpoint.interval=500ms",
                                "checkpoint.directory=" + directory.toUri()));
        Configuration flink = LearningJob.settings(assignments);
        newest().ifPresent(
                        checkpoint ->
                                flink.set(
                                        StateRecoveryOptions.SAVEPOINT_PATH,
                                        checkpoint.toUri().toString()));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, flink);
        LearningJob.define(env, assignments);
        job = env.executeAsync(LearningJob.NAME);
    }

    /** Ends the job at once, when there is a checkpoint to go on from. */
    void kill() throws Exception {
        await().atMost(Duration.ofSeconds(STOP_SECONDS)).until(() -> newest().isPresent());
        close();
    }

    private Optional<Path> newest() throws IOException {
        List<Path> complete = TestingCheckpoints.complete(directory);
        return complete.isEmpty()
                ? Optional.empty()
                : Optional.of(complete.get(complete.size() - 1));
    }

    @Override
    public void close() throws Exception {
        JobClient stopping = job;
        job = null;
        if (stopping != null) {
            TestingJobs.cancel(stopping);
        }
    }
}
