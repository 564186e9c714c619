package holdfast.app.models;

import holdfast.core.playbook.Playbook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast models show}: what one model says, in words. */
@Command(
        name = "show",
        description = {
            "Say in words what a model does.",
            "That is its prior, and how the odds of losing a customer change with each feature over",
            "the range seen in training, all else being equal."
        },
        footer = {
            "  holdfast models show learned-2026-06-01T00:00:00Z --bootstrap kafka:9092",
            "  holdfast models show fit-2026-05-01T00:00:00Z --playbook mine.yaml --json"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Parameters(paramLabel = "VERSION", description = "The model's version, as list tells it.")
    private String version = "";

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        Published published = Published.read(arguments.topic(), playbook);
        PublishedModel model = published.latest(version);
        long atMillis = arguments.atMillis();
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? new ModelJson(playbook, published, atMillis).show(model)
                                : new ModelWords(playbook, published, atMillis).show(model));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
