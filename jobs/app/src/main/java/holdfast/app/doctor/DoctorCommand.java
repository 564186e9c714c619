package holdfast.app.doctor;

import holdfast.app.job.JobArguments;
import holdfast.app.shell.FailedRunException;
import java.util.List;
import java.util.concurrent.Callable;
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
            "  holdfast doctor --bootstrap kafka:9093 --kafka-config client.properties --json"
        })
public final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private JobArguments arguments = new JobArguments();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parallelism that the job is to run with (default: ${DEFAULT-VALUE}).")
    private int parallelism;

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
            return Report.of(deployment, new Examination(deployment, sample).facts());
        } catch (FailedRunException unreachable) {
            String problem = String.valueOf(unreachable.getMessage());
            return new Report(List.of(Finding.fail("broker", problem, "")));
        }
    }
}
