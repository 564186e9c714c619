package holdfast.app.kafka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and settings of the topics of one deployment.
 *
 * @param prefix put before every name; may be empty
 * @param partitions of topics that hold records of customers
 * @param simulated whether Kafka timestamps are the producer's and may lie anywhere in time
 */
public record Topics(String prefix, int partitions, boolean simulated) implements Serializable {

    private static final String EVENT_BYTES_MAX = Integer.toString(8 << 20);

    /** An event of the largest size and the headers that say why it was refused. */
    private static final String MESSAGE_BYTES_MAX =
            Integer.toString(ClientSettings.REQUEST_BYTES_MAX);

    private static final String HOUR_MILLIS = "3600000";

    /** The broker refuses what claims to be later: its producer's clock is wrong. */
    private static final String AHEAD_MILLIS_MAX = HOUR_MILLIS;

    private static final String HALF_A_YEAR_MILLIS = Long.toString(180 * 86_400_000L);
    private static final String TEN_MINUTES_MILLIS = "600000";
    private static final String FOREVER = "-1";

    public Topics {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
        }
    }

    public String name(Topic topic) {
        return prefix + topic.topicName();
    }

    /** Every topic whose records meet a fate. */
    public List<String> inputs() {
        return Arrays.stream(Topic.values()).filter(Topic::hasDeadLetters).map(this::name).toList();
    }

    public String deadLetterName(Topic topic) {
        return prefix + topic.deadLetterName();
    }

    /** Who stamps ticks: the broker, or their writer where time is simulated. */
    String tickTimestamps() {
        return simulated ? "CreateTime" : "LogAppendTime";
    }

    /** Every topic with the settings it is created with. */
    public List<WantedTopic> wanted() {
        List<WantedTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            wanted.add(wanted(topic));
            if (topic.hasDeadLetters()) {
                String name = deadLetterName(topic);
                Map<String, String> settings = settings(Topic.Keeping.EVENTS);
                wanted.add(new WantedTopic(name, topic, true, partitions, settings));
            }
        }
        return wanted;
    }

    private WantedTopic wanted(Topic topic) {
        Map<String, String> settings = settings(topic.keeping());
        if (topic.hasDeadLetters()) {
            settings.put("max.message.bytes", EVENT_BYTES_MAX);
            settings.putIfAbsent("message.timestamp.after.max.ms", AHEAD_MILLIS_MAX);
        }
        return new WantedTopic(name(topic), topic, false, count(topic.keeping()), settings);
    }

    private int count(Topic.Keeping keeping) {
        return switch (keeping) {
            case EVENTS, LATEST -> partitions;
            case VERSIONS, HISTORY, TICKS -> 1;
        };
    }

    private Map<String, String> settings(Topic.Keeping keeping) {
        Map<String, String> settings = new HashMap<>();
        settings.put("max.message.bytes", MESSAGE_BYTES_MAX);
        switch (keeping) {
            case EVENTS -> {}
            case VERSIONS -> {
                settings.put("retention.ms", FOREVER);
                // Compaction would drop the version in force once a later one is announced.
                settings.put("cleanup.policy", "delete");
            }
            case LATEST -> settings.put("cleanup.policy", "compact");
            case HISTORY -> {
                settings.put("retention.ms", HALF_A_YEAR_MILLIS);
                // By their own times records of the past would be deleted as they come.
                settings.put("message.timestamp.type", "LogAppendTime");
            }
            case TICKS -> {
                settings.put("retention.ms", HOUR_MILLIS);
                settings.put("segment.ms", TEN_MINUTES_MILLIS);
                // The broker's clock: ticks that wait while it is away arrive with a gap.
                settings.put("message.timestamp.type", tickTimestamps());
            }
        }
        if (simulated) {
            settings.putAll(timestampsOfAnyTime());
        }
        return settings;
    }

    private static Map<String, String> timestampsOfAnyTime() {
        String noLimit = Long.toString(Long.MAX_VALUE);
        return Map.of(
                "message.timestamp.type", "CreateTime",
                "message.timestamp.before.max.ms", noLimit,
                "message.timestamp.after.max.ms", noLimit,
                "retention.ms", FOREVER,
                "segment.ms", noLimit);
    }
}
