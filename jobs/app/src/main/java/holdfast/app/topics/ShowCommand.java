package holdfast.app.topics;

import holdfast.app.kafka.WantedTopic;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast topics show}: what the topics are to be like; asks no Kafka. */
@Command(
        name = "show",
        description = "Print the topics that the job needs, without asking a Kafka.",
        footer = {
            "  holdfast topics show --json",
            "  holdfast topics show --strimzi my-cluster --partitions 12 --replication 3"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private WantedArguments arguments = new WantedArguments();

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Prefix of the deployment's topics.")
    private String prefix = "";

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(
            names = "--strimzi",
            paramLabel = "CLUSTER",
            description = "As KafkaTopic manifests for this Kafka resource of Strimzi.")
    private @Nullable String strimzi;

    @Override
    public Integer call() {
        List<WantedTopic> wanted = arguments.topics(prefix).wanted();
        spec.commandLine().getOut().print(text(wanted));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String text(List<WantedTopic> wanted) {
        if (strimzi != null) {
            return StrimziTopics.of(wanted, strimzi, arguments.replication());
        }
        return json ? PlanJson.of(wanted, arguments.replication()) : PlanText.of(wanted);
    }
}
