package holdfast.app.kafka;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words by which a person says which Kafka a command works with, the same everywhere. */
public final class KafkaArguments {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "The Kafka brokers (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Prefix of the deployment's topics.")
    private String prefix = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of every Kafka client, such as those of TLS and SASL.")
    private @Nullable Path config;

    /**
     * The cluster that was named.
     *
     * @throws holdfast.app.shell.WrongUseException if the file of properties cannot be read
     */
    public KafkaCluster cluster() {
        Map<String, String> client = config == null ? Map.of() : ClientFile.read(config);
        return new KafkaCluster(bootstrap, client);
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String prefix() {
        return prefix;
    }
}
