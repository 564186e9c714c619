package holdfast.app.playbook;

import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.playbook.Playbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast playbook check}: says everything that is wrong with a playbook. */
@Command(
        name = "check",
        description = "Check a playbook; every problem is one line with its place.",
        footer = "  holdfast playbook check mine.yaml")
public final class CheckCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The playbook.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Checked<Playbook> checked = PlaybookSource.check(file);
        if (!checked.isAccepted()) {
            PrintWriter err = spec.commandLine().getErr();
            checked.lines().forEach(err::println);
            return 1;
        }
        Playbook playbook = checked.value();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s version %d is good; a customer takes at most %d bytes%n",
                        file,
                        playbook.name(),
                        playbook.version(),
                        StateBound.worstCaseBytes(playbook));
        return 0;
    }
}
