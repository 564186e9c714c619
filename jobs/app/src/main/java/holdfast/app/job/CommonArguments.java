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

/** The words that set up either job: where Kafka is, the playbook, and any option. */
public final class CommonArguments {

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The Kafka brokers.")
    private @Nullable String bootstrap;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of every Kafka client, such as those of TLS and SASL.")
    private @Nullable Path kafkaConfig;

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

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other option, as in OPTIONS.md; may be repeated.")
    private List<String> settings = List.of();

    /** What was said, as assignments, after others that hold where nothing else is said. */
    public List<String> texts(List<String> otherwise) {
        List<String> texts = new ArrayList<>(otherwise);
        if (kafkaConfig != null) {
            ClientFile.read(kafkaConfig)
                    .forEach(
                            (key, value) ->
                                    texts.add(Assignments.CLIENT_PREFIX + key + "=" + value));
        }
        add(texts, ScoringOptions.BOOTSTRAP, bootstrap);
        add(texts, ScoringOptions.TOPIC_PREFIX, prefix);
        add(texts, ScoringOptions.PLAYBOOK, playbook);
        texts.addAll(settings);
        return texts;
    }

    static void add(List<String> texts, ConfigOption<String> option, @Nullable String value) {
        if (value != null) {
            texts.add(option.key() + "=" + value);
        }
    }
}
