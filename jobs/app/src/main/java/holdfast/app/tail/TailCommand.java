package holdfast.app.tail;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicReader;
import holdfast.app.registry.RegistryArguments;
import holdfast.app.shell.Terminal;
import holdfast.flink.wire.ReadableMessages;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast tail}: prints alerts as they arrive, until interrupted. */
@Command(
        name = "tail",
        description = "Print alerts as they arrive.",
        footer = {
            "  holdfast tail --bootstrap 127.0.0.1:29092",
            "  holdfast tail --from-beginning --json | head -20"
        })
public final class TailCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KafkaArguments kafka = new KafkaArguments();
    @Mixin private RegistryArguments registry = new RegistryArguments();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Topic to read (default: the prefix and retention.alerts.v1).")
    private @Nullable String topic;

    @Option(names = "--from-beginning", description = "Begin with the oldest alert.")
    private boolean fromBeginning;

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "0",
            description = "Stop after N alerts (default: never).")
    private long max;

    @Option(names = "--json", description = "Print each message as JSON, one a line.")
    private boolean json;

    @Option(names = "--plain", description = "No colours, even on a terminal.")
    private boolean plain;

    private final JsonFactory jsonFactory = new JsonFactory();

    @Override
    public Integer call() {
        String name = topic == null ? kafka.prefix() + Topic.ALERTS.topicName() : topic;
        PrintWriter out = spec.commandLine().getOut();
        AlertText text = new AlertText(!plain && Terminal.present());
        KafkaCluster cluster = kafka.cluster();
        ReadableMessages messages = new ReadableMessages(registry.schemas());
        try (TopicReader reader = TopicReader.open(cluster, name, fromBeginning)) {
            long printed = 0;
            while (max == 0 || printed < max) {
                for (ConsumerRecord<byte[], byte[]> entry : reader.poll(PATIENCE)) {
                    if (entry.value() != null && (max == 0 || printed < max)) {
                        out.println(line(messages, text, entry.value()));
                        printed++;
                    }
                }
                out.flush();
            }
        }
        return 0;
    }

    private String line(ReadableMessages messages, AlertText text, byte[] value) {
        byte[] readable = messages.json(value).orElse(null);
        if (readable == null) {
            return "cannot read "
                    + value.length
                    + " bytes: neither JSON nor Avro that is known"
                    + " (Avro of a registry needs --registry-url)";
        }
        Optional<AlertMessage> alert =
                json ? Optional.empty() : AlertMessage.read(jsonFactory, readable);
        return alert.map(text::lines).orElseGet(() -> new String(readable, StandardCharsets.UTF_8));
    }
}
