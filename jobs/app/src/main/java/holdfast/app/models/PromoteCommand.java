package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.core.playbook.Playbook;
import holdfast.core.time.Pin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast models promote}: publishes a known version again. */
@Command(
        name = "promote",
        description = {
            "Publish a version again, to decide from --at on, and pin it.",
            "It decides until models release, or until another is promoted: what the learning job",
            "publishes waits. With --until-next it decides until the next model holds."
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

    @Option(names = "--until-next", description = "Do not pin it: let the next model take over.")
    private boolean untilNext;

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        ModelTopic topic = arguments.topic();
        Published published = Published.read(topic, playbook);
        PublishedModel model = published.latest(version);
        Pin pin = untilNext ? Pin.RELEASED : Pin.PINNED;
        boolean isDone =
                published
                        .inForce(arguments.atMillis())
                        .filter(present -> present.version().equals(version))
                        .filter(present -> present.isPinned() == (pin == Pin.PINNED))
                        .isPresent();
        String said =
                isDone
                        ? "%s is in force%s already; nothing was published"
                                .formatted(version, untilNext ? "" : " and pinned")
                        : new Republication(topic, playbook, published)
                                .publish(Published.text(model), arguments.atMillis(), pin);
        spec.commandLine().getOut().println(said);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
