package holdfast.app.learn;

import holdfast.app.kafka.Sinks;
import holdfast.app.kafka.Sources;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.options.Assignments;
import holdfast.flink.pipeline.LearningPipeline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/** The learning job against Kafka, started by {@code flink run -c} with the class's name. */
public final class LearningJob {

    /** The job's name in Flink. */
    public static final String NAME = "holdfast learning";

    /** The consumer group, unless {@code kafka.group-id} names another. */
    public static final String GROUP_ID = "holdfast-learning";

    private LearningJob() {}

    /** Submits the job to the cluster that runs this program. */
    public static void main(String[] arguments) throws Exception {
        Assignments assignments =
                CommandLine.populateCommand(new LearningArguments(), arguments).assignments();
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings(assignments));
        define(env, assignments);
        env.execute(NAME);
    }

    /** How Flink is to run the job; {@code flink.} assignments come last. */
    public static Configuration settings(Assignments assignments) {
        return LearningSetup.flink(assignments);
    }

    /** Creates the topics that are missing and connects ends and pipeline. */
    public static void define(StreamExecutionEnvironment env, Assignments assignments) {
        LearningSetup setup = LearningSetup.of(assignments);
        Sources sources = new Sources(setup.ends(), setup.clock());
        if (setup.createsTopics()) {
            TopicAdmin.ensure(setup.ends().cluster(), setup.ends().topics());
        }
        new Sinks(setup.ends())
                .publish(
                        LearningPipeline.learn(
                                sources.training(env), sources.playbooks(env), setup.playbook()));
    }
}
