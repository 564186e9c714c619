package holdfast.app.broker;

import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.quickstart.Ports;
import holdfast.app.quickstart.ShutdownStack;
import holdfast.app.shell.FailedRunException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast broker}: a Kafka broker of one node, until the process is asked to end. */
@Command(
        name = "broker",
        description = {
            "Run a Kafka broker of one node on 127.0.0.1, to try things with, until Ctrl-C.",
            "Not replicated and not secured. Its address is printed once it serves."
        },
        footer = {"  holdfast broker", "  holdfast broker --port 9092 --directory /var/tmp/kafka"})
public final class BrokerCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "29092",
            description = "Where clients connect; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Keep records here. Without it they go when the broker goes.")
    private @Nullable Path directory;

    @Override
    public Integer call() throws InterruptedException {
        try (ShutdownStack stack = ShutdownStack.closedOnInterrupt()) {
            EmbeddedBroker broker = stack.push(start());
            PrintWriter out = spec.commandLine().getOut();
            out.println(broker.bootstrap());
            out.flush();
            new CountDownLatch(1).await(); // the process ends by a signal
        }
        return 0;
    }

    private EmbeddedBroker start() {
        if (port != 0 && Ports.freeOr(port) != port) {
            throw new FailedRunException(
                    "port " + port + " is taken; give another with --port, or 0 for any free one");
        }
        return directory == null
                ? EmbeddedBroker.startTemporary(port)
                : EmbeddedBroker.start(directory.toAbsolutePath(), port);
    }
}
