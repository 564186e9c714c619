package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.core.playbook.Playbook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast models list}: every model ever published, and which is in force. */
@Command(
        name = "list",
        description = {
            "List every model ever published, and say which one is in force and which ones wait.",
            "Of each: from when it holds, what it is, and if it was refused, why."
        },
        footer = {
            "  holdfast models list --bootstrap kafka:9092 --playbook mine.yaml",
            "  holdfast models list --at 2026-06-01 --json"
        })
final class ListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        ModelTopic topic = arguments.topic();
        Published published = Published.read(topic, playbook);
        long atMillis = arguments.atMillis();
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? new ModelJson(playbook, published, atMillis).list(topic.name())
                                : new ModelWords(playbook, published, atMillis)
                                        .list(topic.name() + " at " + arguments.bootstrap()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
