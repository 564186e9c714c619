package holdfast.app.demo;

import holdfast.app.shell.Terminal;
import holdfast.app.shell.WrongUseException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast demo}: a shop in fast motion, scored live, in one process. */
@Command(
        name = "demo",
        description = {
            "Start a Kafka broker, a Flink cluster, a simulated shop and the scoring job in this"
                    + " process, and show the alerts.",
            "One second is one day in the shop. Ctrl-C ends it."
        },
        footer = {
            "  holdfast demo",
            "  holdfast demo --seconds 60 --json | grep '\"status\":\"OPENED\"'"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int CUSTOMERS_MAX = 1_000_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Seed of the shop; equal seeds give equal events (default: 7).")
    private long seed;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Customers at the start (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Stop producing after N live seconds, take in what is on its way, and end"
                            + " (default: run until Ctrl-C). Starting takes some seconds more.")
    private long seconds;

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            defaultValue = "",
            description = "Playbook to score by (default: the demo's own).")
    private String playbook = "";

    @Option(
            names = "--json",
            description =
                    "Print every alert message as one line of JSON, and a last line with the"
                            + " summary; all else goes to standard error.")
    private boolean json;

    @Option(names = "--plain", description = "No colours, even on a terminal.")
    private boolean plain;

    @Override
    public Integer call() throws Exception {
        if (customers < 1 || customers > CUSTOMERS_MAX) {
            throw new WrongUseException(
                    "--customers must be 1 to 1,000,000 (got " + customers + ")");
        }
        if (seconds < 0) {
            throw new WrongUseException("--seconds must not be negative (got " + seconds + ")");
        }
        Demo.run(
                new DemoSettings(seed, customers, Duration.ofSeconds(seconds), playbook),
                display());
        return 0;
    }

    private Display display() {
        PrintWriter out = spec.commandLine().getOut();
        return json
                ? new JsonDisplay(out, spec.commandLine().getErr())
                : new Screen(out, !plain && Terminal.present());
    }
}
