package holdfast.app.playbook;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast playbook}: shows and checks playbooks. */
@Command(
        name = "playbook",
        description = "Show and check playbooks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CheckCommand.class, ShowCommand.class, ListCommand.class},
        footer = {
            "  holdfast playbook list",
            "  holdfast playbook show ecommerce > mine.yaml",
            "  holdfast playbook check mine.yaml"
        })
public final class PlaybookCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
