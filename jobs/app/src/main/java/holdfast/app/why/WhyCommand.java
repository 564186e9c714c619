package holdfast.app.why;

import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.Topic;
import holdfast.app.registry.RegistryArguments;
import holdfast.app.shell.FailedRunException;
import holdfast.flink.wire.ReadableMessages;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast why}: explains a customer's latest score. */
@Command(
        name = "why",
        description =
                "Explain a customer's latest score: its parts, the policies and their gates, and"
                        + " what comes next.",
        footer = {
            "  holdfast why c-01574 --bootstrap 127.0.0.1:29092",
            "  holdfast why c-01574 --json"
        })
public final class WhyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KafkaArguments kafka = new KafkaArguments();
    @Mixin private RegistryArguments registry = new RegistryArguments();

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id, as in the events.")
    private String customer = "";

    @Option(names = "--json", description = "Print the message as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        String topic = kafka.prefix() + Topic.SCORES.topicName();
        byte[] message =
                new LatestScore(kafka.cluster(), topic)
                        .of(customer)
                        .orElseThrow(() -> unknown(topic));
        byte[] readable =
                new ReadableMessages(registry.schemas())
                        .json(message)
                        .orElseThrow(() -> unreadable(topic));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? new String(readable, StandardCharsets.UTF_8) : words(readable, topic));
        return 0;
    }

    private static String words(byte[] message, String topic) {
        return JsonTree.read(message).map(ScoreText::of).orElseThrow(() -> unreadable(topic));
    }

    private static FailedRunException unreadable(String topic) {
        return new FailedRunException(
                "the score in "
                        + topic
                        + " is neither JSON nor Avro of a known release (of a registry: give --registry-url)");
    }

    private FailedRunException unknown(String topic) {
        return new FailedRunException(
                "no score of \""
                        + customer
                        + "\" in "
                        + topic
                        + " at "
                        + kafka.bootstrap()
                        + ": never seen, not active since the job went live, or forgotten");
    }
}
