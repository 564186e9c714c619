package holdfast.app.kafka;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics that somebody made by hand. */
public final class TestingTopics {

    private TestingTopics() {}

    /** Creates a topic and waits until every broker knows it. */
    public static void create(
            KafkaCluster cluster, String name, int partitions, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(settings);
        Brokers.answer(cluster, admin -> admin.createTopics(List.of(topic)).all().get());
        await().until(
                        () ->
                                Brokers.answer(
                                                cluster,
                                                admin -> TopicFacts.read(admin, List.of(name)))
                                        .containsKey(name));
    }
}
