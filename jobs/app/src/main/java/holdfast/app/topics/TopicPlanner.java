package holdfast.app.topics;

import holdfast.app.kafka.Brokers;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.TopicFacts;
import holdfast.app.kafka.WantedTopic;
import holdfast.app.topics.TopicChange.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Plans the topics of one cluster, and does what is planned. */
record TopicPlanner(KafkaCluster cluster, WantedArguments arguments) {

    private static final int LOOKS_MAX = 100;
    private static final long LOOK_MILLIS = 50;

    TopicPlan plan(String prefix) {
        return Brokers.answer(cluster, admin -> plan(admin, prefix));
    }

    /** Does what a plan made now says, and returns that plan. */
    TopicPlan apply(String prefix) {
        return Brokers.answer(
                cluster,
                admin -> {
                    TopicPlan plan = plan(admin, prefix);
                    create(admin, plan);
                    change(admin, plan);
                    return plan;
                });
    }

    private TopicPlan plan(Admin admin, String prefix)
            throws ExecutionException, InterruptedException {
        List<WantedTopic> wanted = arguments.topics(prefix).wanted();
        Map<String, TopicFacts> present =
                TopicFacts.read(admin, wanted.stream().map(WantedTopic::name).toList());
        return TopicPlan.of(
                wanted,
                present,
                new TopicPlan.Asked(arguments.partitions(), arguments.replication()));
    }

    private void create(Admin admin, TopicPlan plan)
            throws ExecutionException, InterruptedException {
        List<NewTopic> missing =
                plan.changes().stream()
                        .filter(change -> change.action() == Action.CREATE)
                        .map(change -> change.wanted().toCreate(arguments.replication()))
                        .toList();
        TopicAdmin.create(admin, missing);
        awaitVisible(admin, missing.stream().map(NewTopic::name).toList());
    }

    /** A broker hears of a topic a moment after it was created: until then it seems missing. */
    private static void awaitVisible(Admin admin, List<String> created)
            throws ExecutionException, InterruptedException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (TopicFacts.read(admin, created).size() == created.size()) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void change(Admin admin, TopicPlan plan)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> operations = new HashMap<>();
        for (TopicChange change : plan.changes()) {
            List<AlterConfigOp> settings = new ArrayList<>();
            for (TopicChange.Setting setting : change.settings()) {
                ConfigEntry entry = new ConfigEntry(setting.key(), setting.to());
                settings.add(new AlterConfigOp(entry, AlterConfigOp.OpType.SET));
            }
            if (!settings.isEmpty()) {
                ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, change.name());
                operations.put(topic, settings);
            }
        }
        admin.incrementalAlterConfigs(operations).all().get();
    }
}
