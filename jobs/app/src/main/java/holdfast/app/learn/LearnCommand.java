package holdfast.app.learn;

import holdfast.app.job.LocalRun;
import holdfast.app.options.Assignments;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast learn}: runs the learning job in this process, against a Kafka elsewhere. */
@Command(
        name = "learn",
        description = {
            "Learn from what the scoring job tells, and publish models, until Ctrl-C.",
            "Checkpoints stay in a directory; the next run goes on from the newest one."
        },
        footer = {
            "  holdfast learn --bootstrap localhost:9092",
            "  holdfast learn --bootstrap kafka:9092 --playbook ecommerce --prefix staging."
        })
public final class LearnCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private LearningArguments arguments = new LearningArguments();
    @Mixin private LocalRun run = new LocalRun();

    @Override
    public Integer call() throws Exception {
        Assignments assignments = arguments.assignments();
        Configuration flink = LearningSetup.flink(assignments);
        PrintWriter err = spec.commandLine().getErr();
        run.prepare(flink, LearningSetup.groupId(assignments.options()), Optional.empty());
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
        LearningJob.define(env, assignments);
        run.untilInterrupted(env, LearningJob.NAME, "learning", err);
        return 0;
    }
}
