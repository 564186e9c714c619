package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.core.playbook.Playbook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast models promote}: publishes a known version again. */
@Command(
        name = "promote",
        description = {
            "Publish a version again, to decide from --at on.",
            "It decides until the next model holds: the learning job's next lesson publishes one."
        },
        footer = {
            "  holdfast models promote fit-2026-05-01T00:00:00Z --bootstrap kafka:9092",
            "  holdfast models promote learned-2026-06-01T00:00:00Z --at 2026-06-20T06:00:00Z"
        })
final class PromoteCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Parameters(paramLabel = "VERSION", description = "The model's version, as list tells it.")
    private String version = "";

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        ModelTopic topic = arguments.topic();
        Published published = Published.read(topic, playbook);
        PublishedModel model = published.latest(version);
        boolean isInForce =
                published
                        .inForce(arguments.atMillis())
                        .filter(present -> present.version().equals(version))
                        .isPresent();
        String said =
                isInForce
                        ? version + " is in force already; nothing was published"
                        : new Republication(topic, playbook, published)
                                .publish(Published.text(model), arguments.atMillis());
        spec.commandLine().getOut().println(said);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
