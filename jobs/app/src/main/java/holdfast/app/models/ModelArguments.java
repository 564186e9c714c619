package holdfast.app.models;

import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.ModelTopic;
import holdfast.app.kafka.Topic;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.InstantConverter;
import holdfast.core.playbook.Playbook;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which models are meant, and when. */
final class ModelArguments {

    @Mixin private KafkaArguments kafka = new KafkaArguments();

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            defaultValue = "generic",
            description = {
                "The playbook that the job was first started with, by which it checks models:",
                "a preset's name, or a file (default: ${DEFAULT-VALUE})."
            })
    private String playbook = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            defaultValue = "now",
            converter = InstantConverter.class,
            description = {
                "The instant that counts as now: a date, which is its midnight UTC, or such as",
                "2026-05-15T12:00:00Z (default: ${DEFAULT-VALUE})."
            })
    private Instant at = Instant.EPOCH;

    Playbook playbook() {
        return PlaybookSource.named(playbook);
    }

    ModelTopic topic() {
        return new ModelTopic(kafka.cluster(), kafka.prefix() + Topic.MODELS.topicName());
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    long atMillis() {
        return at.toEpochMilli();
    }

    /** What was published so far. */
    Published published() {
        return Published.read(topic(), playbook());
    }
}
