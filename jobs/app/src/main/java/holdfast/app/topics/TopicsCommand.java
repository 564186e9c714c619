package holdfast.app.topics;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast topics}: shows, plans and creates the topics of a deployment. */
@Command(
        name = "topics",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Show the topics that the job needs, and bring a Kafka to have them.",
            "Nothing is ever deleted, and no topic gets fewer partitions."
        },
        footer = {
            "  holdfast topics plan --bootstrap kafka:9092",
            "  holdfast topics apply --bootstrap kafka:9092 --partitions 12 --replication 3",
            "  holdfast topics show --strimzi my-cluster > topics.yaml"
        },
        subcommands = {ShowCommand.class, PlanCommand.class, ApplyCommand.class})
public final class TopicsCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        command.usage(command.getOut());
    }
}
