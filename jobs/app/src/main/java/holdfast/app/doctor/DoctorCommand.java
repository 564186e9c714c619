package holdfast.app.doctor;

import holdfast.app.job.JobArguments;
import holdfast.app.kafka.ClientFile;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.shell.FailedRunException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast doctor}: examines the Kafka of a deployment and says what to mend. */
@Command(
        name = "doctor",
        description = {
            "Examine the Kafka of a deployment: topics, rights, clocks, records, limits.",
            "Takes the words that score takes. Reads only; changes and writes nothing.",
            "Ends with 1 if something must be mended before the job can run rightly."
        },
        footer = {
            "  holdfast doctor --bootstrap kafka:9092 --playbook mine.yaml",
            "  holdfast doctor --bootstrap kafka:9093 --kafka-config client.properties --json",
            "  holdfast doctor --bootstrap kafka:9093 --kafka-config scoring.properties"
                    + " --learning-kafka-config learning.properties"
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final String LEARNING_CONFIG = "--learning-kafka-config";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private JobArguments arguments = new JobArguments();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parallelism that the job is to run with (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = LEARNING_CONFIG,
            paramLabel = "FILE",
            description =
                    "Kafka properties of the learning job's user, to examine its rights too; else"
                            + " they are left out.")
    private @Nullable Path learningConfig;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "How many of the newest records of each topic to read (default:"
                            + " ${DEFAULT-VALUE}).")
    private int sample;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        Deployment deployment = Deployment.of(arguments.assignments(), parallelism);
        Report report = report(deployment);
        spec.commandLine().getOut().print(json ? report.json() : report.text());
        spec.commandLine().getOut().flush();
        return report.failed() ? 1 : 0;
    }

    private Report report(Deployment deployment) {
        try {
            return Report.of(
                    deployment, new Examination(deployment, learner(deployment), sample).facts());
        } catch (FailedRunException unreachable) {
            String problem = String.valueOf(unreachable.getMessage());
            return new Report(List.of(Finding.fail("broker", problem, "")));
        }
    }

    private Optional<KafkaCluster> learner(Deployment deployment) {
        return Optional.ofNullable(learningConfig)
                .map(file -> ClientFile.read(LEARNING_CONFIG, file))
                .map(client -> new KafkaCluster(deployment.bootstrap(), client));
    }
}
