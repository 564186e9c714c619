package holdfast.app.playbook;

import holdfast.core.playbook.Presets;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast playbook list}: names the presets. */
@Command(
        name = "list",
        description = "List the playbooks that come with Holdfast.",
        footer = "  holdfast playbook list")
public final class ListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : Presets.names()) {
            out.printf("%-14s %s%n", name, purpose(PlaybookSource.named(name).source()));
        }
        return 0;
    }

    /** The comment that a preset begins with. */
    private static String purpose(String source) {
        String first = source.lines().findFirst().orElse("");
        return first.startsWith("# ") ? first.substring(2) : "";
    }
}
