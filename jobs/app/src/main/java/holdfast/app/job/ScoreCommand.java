package holdfast.app.job;

import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
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

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private JobArguments arguments = new JobArguments();
    @Mixin private LocalRun run = new LocalRun();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "Begin with the state that bootstrap wrote to this folder, or with a savepoint.")
    private @Nullable Path from;

    @Override
    public Integer call() throws Exception {
        Optional<FirstState> first = Optional.ofNullable(from).map(FirstState::at);
        Assignments assignments =
                arguments.assignments(first.map(FirstState::assignments).orElseGet(List::of));
        first.ifPresent(state -> state.check(assignments.options()));
        Configuration flink = ScoringJob.settings(assignments);
        PrintWriter err = spec.commandLine().getErr();
        run.prepare(
                flink,
                assignments.options().get(ScoringOptions.GROUP_ID),
                first.map(FirstState::savepoint));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
        ScoringJob.define(env, assignments);
        run.untilInterrupted(env, ScoringJob.NAME, "scoring", err);
        return 0;
    }
}
