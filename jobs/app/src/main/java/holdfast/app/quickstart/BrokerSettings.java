package holdfast.app.quickstart;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of the {@link EmbeddedBroker}: one node, small, and open to records from the past.
 */
final class BrokerSettings {

    /** Fixed, so that a directory written before is recognised: 16 bytes in base 64. */
    static final String CLUSTER_ID = "aG9sZGZhc3QtYnJva2VyMQ";

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final String NO_LIMIT = Long.toString(Long.MAX_VALUE);
    private static final String MESSAGE_BYTES_MAX = Integer.toString(9 << 20);
    private static final String FOREVER = "-1";

    private BrokerSettings() {}

    static Properties of(Path directory, String host, int port, int controllerPort) {
        Properties settings = new Properties();
        listeners(settings, host, port, controllerPort);
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("message.max.bytes", MESSAGE_BYTES_MAX);
        settings.put("replica.fetch.max.bytes", MESSAGE_BYTES_MAX);
        recordsFromThePast(settings);
        oneReplica(settings);
        smallFootprint(settings);
        return settings;
    }

    private static void listeners(Properties settings, String host, int port, int controllerPort) {
        String broker = BROKER_LISTENER + "://" + host + ":" + port;
        String controller = CONTROLLER_LISTENER + "://" + host + ":" + controllerPort;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("listeners", broker + "," + controller);
        settings.put("advertised.listeners", broker);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("inter.broker.listener.name", BROKER_LISTENER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + host + ":" + controllerPort);
    }

    /**
     * Simulated and replayed records carry old timestamps that run fast: refused by age, removed by
     * age or rolled to a new segment every few seconds, unless each limit is lifted.
     */
    private static void recordsFromThePast(Properties settings) {
        settings.put("log.message.timestamp.before.max.ms", NO_LIMIT);
        settings.put("log.message.timestamp.after.max.ms", NO_LIMIT);
        settings.put("log.retention.ms", FOREVER);
        settings.put("log.roll.ms", NO_LIMIT);
    }

    private static void oneReplica(Properties settings) {
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void smallFootprint(Properties settings) {
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.replica.fetchers", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    }
}
