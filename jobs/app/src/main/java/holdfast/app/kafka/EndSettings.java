package holdfast.app.kafka;

import holdfast.app.options.Assignments;
import holdfast.app.options.Delivery;
import holdfast.app.options.ScoringOptions;
import holdfast.app.options.StartingOffsets;
import java.io.Serializable;
import org.apache.flink.configuration.Configuration;

/**
 * Where the scoring job reads and writes, and under which promises.
 *
 * @param groupId consumer group, and prefix of transactional ids
 */
public record EndSettings(
        KafkaCluster cluster,
        Topics topics,
        String groupId,
        StartingOffsets startingOffsets,
        Delivery delivery)
        implements Serializable {

    public static EndSettings of(Assignments assignments) {
        Configuration options = assignments.options();
        return new EndSettings(
                new KafkaCluster(options.get(ScoringOptions.BOOTSTRAP), assignments.clients()),
                new Topics(
                        options.get(ScoringOptions.TOPIC_PREFIX),
                        options.get(ScoringOptions.PARTITIONS),
                        options.get(ScoringOptions.SIMULATED)),
                options.get(ScoringOptions.GROUP_ID),
                options.get(ScoringOptions.STARTING_OFFSETS),
                options.get(ScoringOptions.DELIVERY));
    }

    /** The same under another name of the consumer group. */
    public EndSettings inGroup(String otherGroupId) {
        return new EndSettings(cluster, topics, otherGroupId, startingOffsets, delivery);
    }

    /** After how long without news a broker gives a transaction of the job up. */
    public long transactionTimeoutMillis() {
        return Long.parseLong(
                ClientSettings.writing(cluster).getProperty("transaction.timeout.ms"));
    }
}
