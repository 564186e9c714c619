package holdfast.app.doctor;

import holdfast.app.kafka.ClockSettings;
import holdfast.app.kafka.EndSettings;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.options.ClockOptions;
import holdfast.app.options.ScoringOptions;
import holdfast.app.options.TicksWriter;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.registry.RegistrySettings;
import holdfast.core.playbook.Playbook;
import holdfast.flink.wire.WireLimits;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * How the job is to run, as far as its Kafka must fit it.
 *
 * @param parallelism readers of events
 * @param checkpointMillis time between two checkpoints
 */
record Deployment(
        EndSettings ends,
        ClockSettings clock,
        Playbook playbook,
        WireLimits limits,
        Optional<RegistrySettings> registry,
        boolean jobTicks,
        int parallelism,
        long checkpointMillis) {

    static Deployment of(Assignments assignments, int parallelism) {
        Configuration options = assignments.options();
        return new Deployment(
                EndSettings.of(assignments),
                ClockSettings.of(options),
                PlaybookSource.named(options.get(ScoringOptions.PLAYBOOK)),
                new WireLimits(
                        WireLimits.DEFAULT.valueBytesMax(),
                        options.get(ClockOptions.FUTURE_SKEW).toMillis()),
                RegistrySettings.of(options),
                options.get(ScoringOptions.TICKS_WRITER) == TicksWriter.JOB
                        && !options.get(ScoringOptions.SIMULATED),
                parallelism,
                options.get(ScoringOptions.CHECKPOINT_INTERVAL).toMillis());
    }

    Topics topics() {
        return ends.topics();
    }

    String bootstrap() {
        return ends.cluster().bootstrap();
    }

    /** The command that creates and mends the deployment's topics. */
    String apply() {
        String prefix = topics().prefix().isEmpty() ? "" : " --prefix " + topics().prefix();
        String simulated = topics().simulated() ? " --simulated" : "";
        return "./holdfast topics apply --bootstrap " + bootstrap() + prefix + simulated;
    }

    /** The command that sets a setting of a topic. */
    String alter(String topic, String setting) {
        return "kafka-configs.sh --bootstrap-server %s --alter --entity-type topics --entity-name %s --add-config %s"
                .formatted(bootstrap(), topic, setting);
    }
}
