package holdfast.app.learn;

import holdfast.app.job.ScoringJob;
import holdfast.app.kafka.ClockSettings;
import holdfast.app.kafka.EndSettings;
import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.app.playbook.PlaybookSource;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;

/** The learning job's options as the parts of the job want them, read once. */
record LearningSetup(
        String playbook, EndSettings ends, ClockSettings clock, boolean createsTopics) {

    /**
     * Its whole state goes into each checkpoint, and what it lost it reads again: so they are rarer
     * than those of the scoring job.
     */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(1);

    static LearningSetup of(Assignments assignments) {
        Configuration options = assignments.options();
        return new LearningSetup(
                PlaybookSource.named(options.get(ScoringOptions.PLAYBOOK)).source(),
                EndSettings.of(assignments).inGroup(groupId(options)),
                ClockSettings.of(options),
                options.get(ScoringOptions.CREATE_TOPICS));
    }

    /**
     * How Flink is to run the job, whose state is in memory; {@code flink.} assignments come last.
     */
    static Configuration flink(Assignments assignments) {
        Configuration flink = ScoringJob.settings(assignments);
        flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, false);
        if (assignments.options().getOptional(ScoringOptions.CHECKPOINT_INTERVAL).isEmpty()) {
            flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        }
        flink.addAll(assignments.flink());
        return flink;
    }

    static String groupId(Configuration options) {
        return options.getOptional(ScoringOptions.GROUP_ID).orElse(LearningJob.GROUP_ID);
    }
}
