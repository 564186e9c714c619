package holdfast.app.topics;

import holdfast.app.kafka.KafkaArguments;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast topics plan}: what apply would do; changes nothing. */
@Command(
        name = "plan",
        description = {
            "Print what apply would create and change, what it would refuse, and what would stay.",
            "Changes nothing. Ends with 0, or with --check with 1 unless all is as wanted."
        },
        footer = {
            "  holdfast topics plan --bootstrap kafka:9092 --prefix staging.",
            "  holdfast topics plan --bootstrap kafka:9092 --kafka-config client.properties --check"
        })
final class PlanCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KafkaArguments kafka = new KafkaArguments();
    @Mixin private WantedArguments wanted = new WantedArguments();

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(names = "--check", description = "End with 1 unless nothing is to be done.")
    private boolean check;

    @Override
    public Integer call() {
        TopicPlan plan = new TopicPlanner(kafka.cluster(), wanted).plan(kafka.prefix());
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? PlanJson.of(plan, wanted.replication(), false)
                                : PlanText.of(plan, wanted.replication(), false));
        spec.commandLine().getOut().flush();
        return check && !plan.isDone() ? 1 : 0;
    }
}
