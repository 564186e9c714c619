package holdfast.app.kafka;

import holdfast.app.shell.FailedRunException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param bootstrap host:port, comma separated
 * @param client properties of every client, such as those of security
 */
public record KafkaCluster(String bootstrap, Map<String, String> client) implements Serializable {

    public KafkaCluster {
        client = Map.copyOf(client);
    }

    public static KafkaCluster at(String bootstrap) {
        return new KafkaCluster(bootstrap, Map.of());
    }

    /** A client's properties, to add to. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }

    /** What to throw when it does not answer or refuses: one line for people. */
    public FailedRunException refusal(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new FailedRunException(
                "cannot work with Kafka at " + bootstrap + ": " + reason, failure);
    }
}
