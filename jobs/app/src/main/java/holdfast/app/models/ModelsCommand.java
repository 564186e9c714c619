package holdfast.app.models;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast models}: shows the published models, and publishes one again. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Show the models that were published, and change which one is in force.",
            "A model holds from its own effective-from on: of all accepted ones, the job decides by",
            "the newest, unless an older one is pinned. Nothing is ever deleted: whatever changes is",
            "published as one more version."
        },
        footer = {
            "  holdfast models list --bootstrap kafka:9092 --playbook mine.yaml",
            "  holdfast models show learned-2026-06-01T00:00:00Z --bootstrap kafka:9092",
            "  holdfast models rollback --bootstrap kafka:9092 --playbook mine.yaml"
        },
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            PublishCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            ReleaseCommand.class
        })
public final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        command.usage(command.getOut());
    }
}
