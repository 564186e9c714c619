package holdfast.app.topics;

import holdfast.app.kafka.KafkaArguments;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast topics apply}: creates what is missing and changes what must be changed. */
@Command(
        name = "apply",
        description = {
            "Create the topics that are missing and change settings that the job needs changed.",
            "May be repeated. Ends with 1 if something asked for was refused; the rest is done."
        },
        footer = {
            "  holdfast topics apply --bootstrap kafka:9092 --prefix staging.",
            "  holdfast topics apply --bootstrap kafka:9092 --partitions 12 --replication 3"
        })
final class ApplyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KafkaArguments kafka = new KafkaArguments();
    @Mixin private WantedArguments wanted = new WantedArguments();

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        TopicPlan plan = new TopicPlanner(kafka.cluster(), wanted).apply(kafka.prefix());
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? PlanJson.of(plan, wanted.replication(), true)
                                : PlanText.of(plan, wanted.replication(), true));
        spec.commandLine().getOut().flush();
        return plan.refuses() ? 1 : 0;
    }
}
