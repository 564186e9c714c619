package holdfast.app.registry;

import holdfast.app.shell.FailedRunException;
import holdfast.flink.wire.Encoding;
import holdfast.flink.wire.RegisteredAvro;
import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.RetentionAlert;
import org.apache.avro.Schema;

/**
 * The schemas of alerts and scores, as a registry holds them: under {@code TOPIC-value}.
 *
 * @param registers whether to register a schema that is not there; otherwise it must be
 */
public record OutputSchemas(RegistryClient client, boolean registers) {

    /**
     * How to write alerts and scores, once the registry has their schemas.
     *
     * @throws FailedRunException if it does not answer, refuses a schema or does not have it
     */
    public Encoding encoding(String alertTopic, String scoreTopic) {
        return new RegisteredAvro(
                id(alertTopic + "-value", RetentionAlert.getClassSchema()),
                id(scoreTopic + "-value", ChurnScore.getClassSchema()));
    }

    private int id(String subject, Schema schema) {
        try {
            RegistryAnswer answer =
                    registers ? client.register(subject, schema) : client.find(subject, schema);
            if (!answer.isOk()) {
                throw refused(subject, schema, answer);
            }
            return answer.id().orElseThrow(() -> client.failure(subject + ": " + answer.words()));
        } catch (UnreachableRegistryException e) {
            throw client.failure(e.getMessage() + "; start it, or leave output.format at json");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw client.failure("interrupted");
        }
    }

    private FailedRunException refused(String subject, Schema schema, RegistryAnswer answer) {
        if (answer.isConflict()) {
            return client.failure(
                    "subject %s holds a schema that this build's %s is not compatible with: %s; let the subject evolve first, or write under another kafka.topic-prefix"
                            .formatted(subject, schema.getName(), answer.words()));
        }
        if (answer.isRefusal() && !registers) {
            return client.failure(
                    "subject %s does not have this build's %s; register it, or set registry.register=true"
                            .formatted(subject, schema.getName()));
        }
        return client.failure("subject " + subject + ": " + answer.words());
    }
}
