package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.core.playbook.Playbook;
import holdfast.core.time.Pin;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code holdfast models release}: lets the newest model take over from a pinned one. */
@Command(
        name = "release",
        description = {
            "Let learned models take over again from the one that promote or rollback pinned.",
            "The newest that waits is published again, to decide from --at on. If none waits, the",
            "pinned one goes on until the next."
        },
        footer = {
            "  holdfast models release --bootstrap kafka:9092 --playbook mine.yaml",
            "  holdfast models release --at 2026-06-20T06:00:00Z"
        })
final class ReleaseCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        ModelTopic topic = arguments.topic();
        Published published = Published.read(topic, playbook);
        Republication republication = new Republication(topic, playbook, published);
        spec.commandLine().getOut().println(release(published, republication));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String release(Published published, Republication republication) {
        long atMillis = arguments.atMillis();
        Optional<PublishedModel> pinned =
                published.inForce(atMillis).filter(PublishedModel::isPinned);
        if (pinned.isEmpty()) {
            return "no model is pinned at "
                    + ModelWords.instant(atMillis)
                    + "; nothing was published";
        }
        List<PublishedModel> waiting = published.waiting(atMillis);
        PublishedModel next = waiting.isEmpty() ? pinned.get() : waiting.get(waiting.size() - 1);
        return republication.publish(Published.text(next), atMillis, Pin.RELEASED);
    }
}
