package holdfast.app.map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast map}: finds and verifies where foreign events keep what a playbook needs. */
@Command(
        name = "map",
        description = "Bring your own events: find and verify a playbook's mapping.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SuggestCommand.class, CheckMappingCommand.class},
        footer = {
            "  holdfast map suggest --events shop.jsonl",
            "  holdfast map suggest --bootstrap 127.0.0.1:9092 --topic shop.events >> mine.yaml",
            "  holdfast map check --playbook mine.yaml --events shop.jsonl"
        })
public final class MapCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
