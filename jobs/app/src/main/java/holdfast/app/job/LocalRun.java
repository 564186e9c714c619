package holdfast.app.job;

import holdfast.app.quickstart.MetricPorts;
import holdfast.app.quickstart.Ports;
import holdfast.app.quickstart.ShutdownStack;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Option;

/**
 * How a job runs in the process of a command: where its state stays and what it shows of itself.
 */
public final class LocalRun {

    private static final Path CHECKPOINTS = Path.of(".holdfast", "checkpoints");
    private static final long CANCEL_SECONDS = 30;

    @Option(
            names = "--fresh",
            description =
                    "Leave the newest checkpoint: begin with empty state, or with a given one.")
    private boolean fresh;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "9250",
            description =
                    "Where Prometheus finds the job's metrics (default: ${DEFAULT-VALUE}); the next"
                            + " free port if it is taken.")
    private int metricsPort;

    @Option(
            names = "--flink-metrics-port",
            paramLabel = "PORT",
            defaultValue = "9249",
            description = "The same for Flink's own metrics (default: ${DEFAULT-VALUE}).")
    private int flinkMetricsPort;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Where Flink's web page is; the next free port if it is taken.")
    private int webPort;

    /** What to say once nothing can be wrong with the person's words any more. */
    private final List<String> lines = new ArrayList<>();

    /**
     * Completes how Flink is to run the job.
     *
     * @param group under whose name checkpoints stay
     * @param from the state to begin with; without it the newest checkpoint, if there is one
     * @throws WrongUseException if there is a checkpoint that a given state would pass over
     */
    public void prepare(Configuration flink, String group, Optional<Path> from) throws IOException {
        from.ifPresent(state -> goOnFrom(state, flink));
        if (!flink.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
            keepCheckpoints(flink, group, from.isPresent());
        }
        expose(flink);
    }

    /**
     * Runs a job until it is interrupted.
     *
     * @param doing what it says when it has begun, such as "scoring"
     * @param err where it says that, and where to look
     */
    public void untilInterrupted(
            StreamExecutionEnvironment env, String name, String doing, PrintWriter err)
            throws Exception {
        try (ShutdownStack stack = ShutdownStack.closedOnInterrupt()) {
            JobClient job = env.executeAsync(name);
            stack.push(() -> job.cancel().get(CANCEL_SECONDS, TimeUnit.SECONDS));
            lines.add(doing + "; Ctrl-C stops");
            lines.forEach(line -> err.println("holdfast: " + line));
            err.flush();
            waitFor(job);
        }
    }

    private void keepCheckpoints(Configuration flink, String group, boolean hasState)
            throws IOException {
        Path directory = CHECKPOINTS.resolve(group).toAbsolutePath();
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
        Optional<Path> latest = fresh ? Optional.empty() : LatestCheckpoint.under(directory);
        if (latest.isPresent() && hasState) {
            throw new WrongUseException(
                    "--from would pass over the newer state in %s; leave it out to go on from there, or add --fresh to leave that state"
                            .formatted(latest.get()));
        }
        latest.ifPresent(checkpoint -> goOnFrom(checkpoint, flink));
    }

    private void goOnFrom(Path state, Configuration flink) {
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, state.toUri().toString());
        lines.add("going on from " + state);
    }

    private void expose(Configuration flink) {
        int web = Ports.atOrAfter(webPort);
        flink.set(RestOptions.BIND_PORT, Integer.toString(web));
        flink.set(RestOptions.PORT, web);
        if (!flink.contains(RestOptions.BIND_ADDRESS)) {
            // Whoever reaches it commands the job.
            flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        }
        flink.set(WebOptions.SUBMIT_ENABLE, false);
        MetricPorts metrics = MetricPorts.atOrAfter(flinkMetricsPort, metricsPort);
        metrics.open(flink);
        lines.add("Flink http://localhost:" + web);
        lines.add(
                "metrics of the job %s, of Flink %s"
                        .formatted(
                                metrics.churnAddress("localhost"),
                                metrics.flinkAddress("localhost")));
    }

    private static void waitFor(JobClient job) throws InterruptedException {
        try {
            job.getJobExecutionResult().get();
        } catch (CancellationException cancelled) {
            return;
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof JobCancellationException)) {
                throw new FailedRunException("the job failed: " + failure.getCause(), failure);
            }
        }
    }
}
