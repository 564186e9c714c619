package holdfast.app.job;

import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import holdfast.app.quickstart.MetricPorts;
import holdfast.app.quickstart.Ports;
import holdfast.app.quickstart.ShutdownStack;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast score}: runs the scoring job in this process, against a Kafka elsewhere. */
@Command(
        name = "score",
        description = {
            "Score the events of a running Kafka from this machine, until Ctrl-C.",
            "Checkpoints stay in a directory; the next run goes on from the newest one."
        },
        footer = {
            "  holdfast score --bootstrap localhost:9092",
            "  holdfast score --bootstrap kafka:9092 --playbook ecommerce --model model.json",
            "  holdfast score --bootstrap kafka:9092 --prefix staging.",
            "  holdfast score --bootstrap kafka:9092 --from first"
        })
public final class ScoreCommand implements Callable<Integer> {

    private static final Path CHECKPOINTS = Path.of(".holdfast", "checkpoints");
    private static final long CANCEL_SECONDS = 30;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private JobArguments arguments = new JobArguments();

    @Option(
            names = "--fresh",
            description = "Leave the newest checkpoint: begin with empty state, or that of --from.")
    private boolean fresh;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "Begin with the state that bootstrap wrote to this folder, or with a savepoint.")
    private @Nullable Path from;

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

    @Override
    public Integer call() throws Exception {
        Optional<FirstState> first = Optional.ofNullable(from).map(FirstState::at);
        Assignments assignments =
                arguments.assignments(first.map(FirstState::assignments).orElseGet(List::of));
        first.ifPresent(state -> state.check(assignments.options()));
        Configuration flink = ScoringJob.settings(assignments);
        keepCheckpoints(flink, assignments.options(), first);
        expose(flink);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
        ScoringJob.define(env, assignments);
        try (ShutdownStack stack = ShutdownStack.closedOnInterrupt()) {
            JobClient job = env.executeAsync(ScoringJob.NAME);
            stack.push(() -> job.cancel().get(CANCEL_SECONDS, TimeUnit.SECONDS));
            say("scoring; Ctrl-C stops");
            waitFor(job);
        }
        return 0;
    }

    private void keepCheckpoints(
            Configuration flink, Configuration options, Optional<FirstState> first)
            throws Exception {
        first.ifPresent(state -> goOnFrom(state.savepoint(), flink));
        if (flink.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
            return;
        }
        Path directory = CHECKPOINTS.resolve(options.get(ScoringOptions.GROUP_ID)).toAbsolutePath();
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
        Optional<Path> latest = fresh ? Optional.empty() : LatestCheckpoint.under(directory);
        if (latest.isPresent() && first.isPresent()) {
            throw new WrongUseException(
                    "--from would pass over the newer state in %s; leave it out to go on from there, or add --fresh to leave that state"
                            .formatted(latest.get()));
        }
        latest.ifPresent(checkpoint -> goOnFrom(checkpoint, flink));
    }

    private void goOnFrom(Path state, Configuration flink) {
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, state.toUri().toString());
        say("going on from " + state);
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
        say("Flink http://localhost:" + web);
        say(
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

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("holdfast: " + line);
        err.flush();
    }
}
