package holdfast.app.job;

import holdfast.app.kafka.ClientFile;
import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words by which a person sets up the scoring job, the same for every way to start it. */
public final class JobArguments {

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The Kafka brokers.")
    private @Nullable String bootstrap;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of every Kafka client, such as those of TLS and SASL.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "The schema registry, for records and output in its Avro frame.")
    private @Nullable String registryUrl;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Prefix of the deployment's topics.")
    private @Nullable String prefix;

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            description = "A preset's name, or a playbook file. Default: generic.")
    private @Nullable String playbook;

    @Option(names = "--model", paramLabel = "FILE", description = "First model, from fit.")
    private @Nullable String model;

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "First population figures, from fit.")
    private @Nullable String population;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other option, as in OPTIONS.md; may be repeated.")
    private List<String> settings = List.of();

    /** What was said, checked. */
    public Assignments assignments() {
        return assignments(List.of());
    }

    /** What was said, checked; the given assignments hold where nothing else is said. */
    Assignments assignments(List<String> otherwise) {
        List<String> texts = new ArrayList<>(otherwise);
        if (kafkaConfig != null) {
            ClientFile.read(kafkaConfig)
                    .forEach(
                            (key, value) ->
                                    texts.add(Assignments.CLIENT_PREFIX + key + "=" + value));
        }
        add(texts, ScoringOptions.BOOTSTRAP, bootstrap);
        add(texts, ScoringOptions.REGISTRY_URL, registryUrl);
        add(texts, ScoringOptions.TOPIC_PREFIX, prefix);
        add(texts, ScoringOptions.PLAYBOOK, playbook);
        add(texts, ScoringOptions.MODEL_FILE, model);
        add(texts, ScoringOptions.POPULATION_FILE, population);
        texts.addAll(settings);
        return Assignments.read(texts);
    }

    private static void add(
            List<String> texts, ConfigOption<String> option, @Nullable String value) {
        if (value != null) {
            texts.add(option.key() + "=" + value);
        }
    }
}
