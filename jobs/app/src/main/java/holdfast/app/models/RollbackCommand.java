package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.app.shell.FailedRunException;
import holdfast.core.playbook.Playbook;
import holdfast.core.time.Pin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast models rollback}: back to the version before the present one. */
@Command(
        name = "rollback",
        description = {
            "Publish the version again that was in force before the present one, and pin it.",
            "Twice brings the present one back; to go further back, promote a version.",
            "It decides until models release: what the learning job publishes waits. With",
            "--until-next it decides until the next model holds."
        },
        footer = {
            "  holdfast models rollback --bootstrap kafka:9092 --playbook mine.yaml",
            "  holdfast models rollback --at 2026-06-20T06:00:00Z"
        })
final class RollbackCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Option(names = "--until-next", description = "Do not pin it: let the next model take over.")
    private boolean untilNext;

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        ModelTopic topic = arguments.topic();
        Published published = Published.read(topic, playbook);
        PublishedModel present =
                published
                        .inForce(arguments.atMillis())
                        .orElseThrow(
                                () ->
                                        new FailedRunException(
                                                "nothing to roll back: no model on "
                                                        + topic.name()
                                                        + " is in force"));
        PublishedModel before =
                published
                        .before(present)
                        .orElseThrow(
                                () ->
                                        new FailedRunException(
                                                "nothing to go back to: "
                                                        + present.version()
                                                        + " is the first model on "
                                                        + topic.name()
                                                        + " (models publish takes a file)"));
        spec.commandLine()
                .getOut()
                .println(
                        new Republication(topic, playbook, published)
                                .publish(
                                        Published.text(before),
                                        arguments.atMillis(),
                                        untilNext ? Pin.RELEASED : Pin.PINNED));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
