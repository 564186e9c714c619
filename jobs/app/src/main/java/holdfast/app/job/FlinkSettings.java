package holdfast.app.job;

import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.app.options.StateStore;
import holdfast.flink.pipeline.ScoringPipeline;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** How Flink runs the scoring job unless its own options say otherwise. */
final class FlinkSettings {

    private static final int FAILED_CHECKPOINTS_MAX = 1_000;
    private static final int PARALLELISM_MAX = 128;

    private FlinkSettings() {}

    static Configuration of(Assignments assignments) {
        Configuration options = assignments.options();
        Configuration flink = ScoringPipeline.strict();
        flink.set(PipelineOptions.MAX_PARALLELISM, PARALLELISM_MAX);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
        keepState(flink, options);
        restartForEver(flink);
        flink.addAll(assignments.flink());
        return flink;
    }

    private static void keepState(Configuration flink, Configuration options) {
        boolean onDisk = options.get(ScoringOptions.STATE_STORE) == StateStore.ROCKSDB;
        flink.set(StateBackendOptions.STATE_BACKEND, onDisk ? "rocksdb" : "hashmap");
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, onDisk);
        flink.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                options.get(ScoringOptions.CHECKPOINT_INTERVAL));
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, FAILED_CHECKPOINTS_MAX);
        options.getOptional(ScoringOptions.CHECKPOINT_DIRECTORY)
                .ifPresent(uri -> flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri));
    }

    /** The broker may be away for hours: the job waits for it, and comes back by itself. */
    private static void restartForEver(Configuration flink) {
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                Duration.ofSeconds(1));
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                Duration.ofSeconds(30));
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS,
                Integer.MAX_VALUE);
    }
}
