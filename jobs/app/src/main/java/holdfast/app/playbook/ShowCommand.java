package holdfast.app.playbook;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast playbook show}: prints a playbook, to read or to start one's own from. */
@Command(
        name = "show",
        description = "Print a playbook.",
        footer = "  holdfast playbook show ecommerce > mine.yaml")
public final class ShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "A preset's name, or a file.")
    private String name = "";

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(PlaybookSource.named(name).source());
        return 0;
    }
}
