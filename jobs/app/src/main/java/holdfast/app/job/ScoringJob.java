package holdfast.app.job;

import holdfast.app.kafka.Sinks;
import holdfast.app.kafka.Sources;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.options.Assignments;
import holdfast.flink.pipeline.ScoringPipeline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/** The scoring job against Kafka, as {@code flink run holdfast-job.jar} starts it. */
public final class ScoringJob {

    /** The job's name in Flink. */
    public static final String NAME = "holdfast scoring";

    private ScoringJob() {}

    /** Submits the job to the cluster that runs this program. */
    public static void main(String[] arguments) throws Exception {
        Assignments assignments =
                CommandLine.populateCommand(new JobArguments(), arguments).assignments();
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings(assignments));
        define(env, assignments);
        env.execute(NAME);
    }

    /** How Flink is to run the job; {@code flink.} assignments come last. */
    public static Configuration settings(Assignments assignments) {
        return FlinkSettings.of(assignments);
    }

    /** Creates the topics that are missing and connects ends and pipeline. */
    public static void define(StreamExecutionEnvironment env, Assignments assignments) {
        ScoringSetup setup = ScoringSetup.of(assignments, System.currentTimeMillis());
        Sources sources = new Sources(setup.ends(), setup.clock());
        Sinks sinks = new Sinks(setup.ends());
        if (setup.createsTopics()) {
            TopicAdmin.ensure(setup.ends().cluster(), setup.ends().topics());
        }
        if (setup.writesTicks()) {
            sinks.tick(env, setup.clock().ticks());
        }
        ScoringPipeline.Output output =
                ScoringPipeline.score(
                        sources.arrivals(env, setup.playbook(), setup.limits(), setup.schemas()),
                        sources.publications(env),
                        setup.start(),
                        setup.metering());
        sinks.write(output.messages());
        sinks.teach(output.training());
    }
}
