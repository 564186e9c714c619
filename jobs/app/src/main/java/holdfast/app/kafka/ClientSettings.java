package holdfast.app.kafka;

import java.util.Properties;

/**
 * Properties of the job's Kafka clients: they wait ten minutes for a broker that is away before the
 * job fails, where Kafka's defaults give up after one or two.
 */
public final class ClientSettings {

    /** The largest record that the job writes, with its headers. */
    public static final int REQUEST_BYTES_MAX = 9 << 20;

    private static final String PATIENCE_MILLIS = "600000";

    private ClientSettings() {}

    static Properties reading(KafkaCluster cluster) {
        Properties settings = new Properties();
        // The enumerator looks for new partitions: with less patience an outage fails the job.
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        settings.put("partition.discovery.interval.ms", "300000");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        settings.putAll(cluster.client());
        return settings;
    }

    static Properties writing(KafkaCluster cluster) {
        Properties settings = new Properties();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("delivery.timeout.ms", PATIENCE_MILLIS);
        // The first record of a topic waits for its metadata.
        settings.put("max.block.ms", PATIENCE_MILLIS);
        settings.put("linger.ms", "5");
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", Integer.toString(REQUEST_BYTES_MAX));
        // No longer than brokers allow; a checkpoint that takes longer loses its transaction.
        settings.put("transaction.timeout.ms", "900000");
        settings.putAll(cluster.client());
        return settings;
    }
}
