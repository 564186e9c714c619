package holdfast.app.kafka;

import holdfast.app.shell.FailedRunException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param bootstrap host:port, comma separated
 * @param client properties of every client, such as those of security; references to secrets in
 *     them stay references
 */
public record KafkaCluster(String bootstrap, Map<String, String> client) implements Serializable {

    public KafkaCluster {
        client = SecretReferences.resolvable(client);
    }

    public static KafkaCluster at(String bootstrap) {
        return new KafkaCluster(bootstrap, Map.of());
    }

    /**
     * Properties of a client in this process, to add to.
     *
     * @throws holdfast.app.shell.WrongUseException if a reference to a secret leads nowhere
     */
    public Map<String, Object> settings() {
        SecretReferences.check(client, name -> System.getenv(name) != null);
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", bootstrap);
        return settings;
    }

    /** What to throw when it does not answer or refuses: one line for people. */
    public FailedRunException refusal(Throwable failure) {
        return new FailedRunException(
                "cannot work with Kafka at " + bootstrap + ": " + KafkaRefusal.reason(failure),
                failure);
    }

    /** Without the values of properties, among which there may be secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrap + " with " + client.keySet();
    }
}
