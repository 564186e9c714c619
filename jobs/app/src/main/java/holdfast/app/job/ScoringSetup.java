package holdfast.app.job;

import holdfast.app.kafka.ClockSettings;
import holdfast.app.kafka.EndSettings;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.options.Assignments;
import holdfast.app.options.ClockOptions;
import holdfast.app.options.OutputFormat;
import holdfast.app.options.ScoringOptions;
import holdfast.app.options.TicksWriter;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.registry.OutputSchemas;
import holdfast.app.registry.RegisteredSource;
import holdfast.app.registry.RegistryClient;
import holdfast.app.registry.RegistrySettings;
import holdfast.app.shell.WrongUseException;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.flink.operator.Metering;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.wire.Encoding;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.WireFormat;
import holdfast.flink.wire.WireLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** The scoring job's options as the parts of the job want them, read once. */
record ScoringSetup(
        Playbook playbook,
        ScoringStart start,
        EndSettings ends,
        ClockSettings clock,
        WireLimits limits,
        SchemaSource.Factory schemas,
        boolean createsTopics,
        boolean writesTicks) {

    /**
     * Reads options and the files that they name.
     *
     * @param nowMillis the wall clock: without another instant the service goes live now, unless
     *     others write the ticks, as a replay does, which makes it always live
     */
    static ScoringSetup of(Assignments assignments, long nowMillis) {
        Configuration options = assignments.options();
        Playbook playbook = PlaybookSource.named(options.get(ScoringOptions.PLAYBOOK));
        EndSettings ends = EndSettings.of(assignments);
        Optional<RegistrySettings> registry = RegistrySettings.of(options);
        return new ScoringSetup(
                playbook,
                start(playbook, options, nowMillis, encoding(options, ends.topics(), registry)),
                ends,
                ClockSettings.of(options),
                new WireLimits(
                        WireLimits.DEFAULT.valueBytesMax(),
                        options.get(ClockOptions.FUTURE_SKEW).toMillis()),
                RegisteredSource.of(registry),
                options.get(ScoringOptions.CREATE_TOPICS),
                writesTicks(options));
    }

    /** Never in simulated time: a tick of the wall clock would end it. */
    private static boolean writesTicks(Configuration options) {
        return options.get(ScoringOptions.TICKS_WRITER) == TicksWriter.JOB
                && !options.get(ScoringOptions.SIMULATED);
    }

    /** Asks the registry for the ids that alerts and scores are to carry. */
    private static Encoding encoding(
            Configuration options, Topics topics, Optional<RegistrySettings> registry) {
        if (options.get(ScoringOptions.OUTPUT_FORMAT) == OutputFormat.JSON) {
            return WireFormat.JSON;
        }
        if (registry.isEmpty()) {
            return WireFormat.AVRO;
        }
        return new OutputSchemas(
                        new RegistryClient(registry.get()),
                        options.get(ScoringOptions.REGISTRY_REGISTER))
                .encoding(topics.name(Topic.ALERTS), topics.name(Topic.SCORES));
    }

    /** What the job's metrics are told apart by. */
    Metering metering() {
        return new Metering(ends.topics().inputs(), ends.topics().simulated());
    }

    private static ScoringStart start(
            Playbook playbook, Configuration options, long nowMillis, Encoding encoding) {
        return new ScoringStart(
                playbook.source(),
                fileText(options, ScoringOptions.MODEL_FILE),
                fileText(options, ScoringOptions.POPULATION_FILE),
                liveFromMillis(options, nowMillis),
                options.getOptional(ScoringOptions.WARM_UP)
                        .map(Duration::toMillis)
                        .orElse(playbook.gridStepMillis()),
                options.get(ScoringOptions.SCORE_STEP),
                trainingShare(options),
                encoding);
    }

    private static double trainingShare(Configuration options) {
        double share = options.get(ScoringOptions.TRAINING_SHARE);
        if (!(share >= 0 && share <= 1)) {
            throw new WrongUseException(
                    "%s must lie between 0 and 1 (got %s)"
                            .formatted(ScoringOptions.TRAINING_SHARE.key(), share));
        }
        return share;
    }

    private static long liveFromMillis(Configuration options, long nowMillis) {
        String text = options.get(ScoringOptions.LIVE_FROM);
        if (text == null) {
            return writesTicks(options) ? nowMillis : Settings.ALWAYS_LIVE;
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new WrongUseException(
                    ScoringOptions.LIVE_FROM.key()
                            + " must be an instant such as 2026-01-31T00:00:00Z (got \""
                            + text
                            + "\")");
        }
    }

    private static String fileText(Configuration options, ConfigOption<String> option) {
        String file = options.get(option);
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new WrongUseException(option.key() + ": cannot read " + file);
        }
    }
}
