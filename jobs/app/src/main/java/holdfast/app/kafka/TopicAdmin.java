package holdfast.app.kafka;

import holdfast.app.shell.FailedRunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; topics that exist are left as they are. */
public final class TopicAdmin {

    private static final String TIMESTAMP_TYPE = "message.timestamp.type";

    private TopicAdmin() {}

    /**
     * Creates what is missing.
     *
     * @return the names of the topics that were created
     * @throws FailedRunException if no broker answers or one refuses, or if the tick topic is there
     *     but keeps another clock, with the reason
     */
    public static List<String> ensure(KafkaCluster cluster, Topics topics) {
        return Brokers.answer(cluster, admin -> createMissing(admin, topics));
    }

    private static List<String> createMissing(Admin admin, Topics topics)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (WantedTopic topic : topics.wanted()) {
            if (!present.contains(topic.name())) {
                missing.add(topic.toCreate(Optional.empty()));
            }
        }
        if (present.contains(topics.name(Topic.TICKS))) {
            requireClock(admin, topics);
        }
        return create(admin, missing);
    }

    /** Creates topics, and returns the names of those that were not there by then. */
    public static List<String> create(Admin admin, List<NewTopic> missing)
            throws ExecutionException, InterruptedException {
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> creation :
                admin.createTopics(missing).values().entrySet()) {
            if (wasCreated(creation.getValue())) {
                created.add(creation.getKey());
            }
        }
        return created;
    }

    /**
     * Ticks stamped by the broker would break a simulated clock; ticks stamped by their writer hide
     * that a broker was away.
     */
    private static void requireClock(Admin admin, Topics topics)
            throws ExecutionException, InterruptedException {
        String name = topics.name(Topic.TICKS);
        ConfigResource ticks = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = admin.describeConfigs(List.of(ticks)).all().get().get(ticks);
        ConfigEntry found = config == null ? null : config.get(TIMESTAMP_TYPE);
        String wanted = topics.tickTimestamps();
        if (found != null && !wanted.equals(found.value())) {
            throw new FailedRunException(
                    "topic %s has %s=%s and this needs %s; use another prefix or change the topic"
                            .formatted(name, TIMESTAMP_TYPE, found.value(), wanted));
        }
    }

    /** Another program may have been faster: then the topic is there, which is what was asked. */
    private static boolean wasCreated(KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw failure;
        }
    }
}
