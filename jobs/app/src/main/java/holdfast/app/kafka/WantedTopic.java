package holdfast.app.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as a deployment wants it.
 *
 * @param topic whose records it holds, or whose dead letters
 * @param settings that differ from the broker's own
 */
public record WantedTopic(
        String name,
        Topic topic,
        boolean deadLetters,
        int partitions,
        Map<String, String> settings) {

    public WantedTopic {
        settings = Map.copyOf(settings);
    }

    /** What creates it; replicas as the broker has it unless they are given. */
    public NewTopic toCreate(Optional<Short> replicas) {
        return new NewTopic(name, Optional.of(partitions), replicas).configs(settings);
    }

    /** Whether exactly one partition keeps its records in order. */
    public boolean ordered() {
        return !deadLetters && topic.isOrdered();
    }

    /** Whether a record's partition follows from its customer. */
    public boolean byCustomer() {
        return !deadLetters && !topic.isOrdered();
    }
}
