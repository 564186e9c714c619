package holdfast.app.kafka;

import holdfast.app.options.StartingOffsets;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Playbook;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Publication;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.WireLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the jobs read from Kafka.
 *
 * <p>Time is the least of two: the events' own, over all partitions that are not idle, and the
 * ticks', which are never idle. So time passes while nobody sends, and stands while the broker is
 * away.
 */
public record Sources(EndSettings ends, ClockSettings clock) {

    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(200);

    /**
     * All events and the ticks.
     *
     * @param schemas of records in a schema registry's frame
     */
    public DataStream<Arrival> arrivals(
            StreamExecutionEnvironment env,
            Playbook playbook,
            WireLimits limits,
            SchemaSource.Factory schemas) {
        return events(env, playbook, limits, schemas).union(ticks(env));
    }

    /** Models, population figures and playbooks, from the first ever published. */
    public DataStream<Publication> publications(StreamExecutionEnvironment env) {
        String playbooks = ends.topics().name(Topic.PLAYBOOKS);
        List<String> topics = List.of(playbooks, ends.topics().name(Topic.MODELS));
        KafkaSource<Publication> source =
                source(topics, new PublicationReader(playbooks), OffsetsInitializer.earliest());
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read what is published")
                .setParallelism(1)
                .uid("read-publications");
    }

    /** Playbooks alone, from the first ever published. */
    public DataStream<Publication> playbooks(StreamExecutionEnvironment env) {
        String playbooks = ends.topics().name(Topic.PLAYBOOKS);
        KafkaSource<Publication> source =
                source(
                        List.of(playbooks),
                        new PublicationReader(playbooks),
                        OffsetsInitializer.earliest());
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read playbooks")
                .setParallelism(1)
                .uid("read-playbooks");
    }

    /** What scores are learned from, from the oldest that is kept. */
    public DataStream<byte[]> training(StreamExecutionEnvironment env) {
        KafkaSource<byte[]> source =
                source(
                        List.of(ends.topics().name(Topic.TRAINING)),
                        new ValueReader(),
                        OffsetsInitializer.earliest());
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read training records")
                .setParallelism(1)
                .uid("read-training");
    }

    private DataStream<Arrival> events(
            StreamExecutionEnvironment env,
            Playbook playbook,
            WireLimits limits,
            SchemaSource.Factory schemas) {
        Map<String, SourceKind> kinds = eventTopics();
        KafkaSource<Arrival> source =
                source(
                        new ArrayList<>(kinds.keySet()),
                        new ArrivalReader(kinds, playbook, limits, schemas),
                        start());
        return env.fromSource(source, eventTime(), "Read events").uid("read-events");
    }

    private Map<String, SourceKind> eventTopics() {
        Map<String, SourceKind> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topic.source().ifPresent(kind -> topics.put(ends.topics().name(topic), kind));
        }
        return topics;
    }

    private WatermarkStrategy<Arrival> eventTime() {
        WatermarkStrategy<Arrival> strategy =
                WatermarkStrategy.forGenerator(new EventClocks(clock))
                        .withTimestampAssigner((arrival, kafkaMillis) -> arrival.timeMillis());
        return clock.drift().isZero()
                ? strategy
                : strategy.withWatermarkAlignment("events", clock.drift(), ALIGNMENT_INTERVAL);
    }

    /** One reader: a reader without a partition would hold time back for ever. */
    private DataStream<Arrival> ticks(StreamExecutionEnvironment env) {
        String topic = ends.topics().name(Topic.TICKS);
        TickPace pace = clock.ticks();
        long disorderMillis = clock.disorder().toMillis();
        KafkaSource<Tick> source = source(List.of(topic), new TickReader(pace), start());
        WatermarkStrategy<Tick> tickTime =
                WatermarkStrategy.forGenerator(
                        context -> new TickWatermarks(new TickClock(pace, disorderMillis)));
        return env.fromSource(source, tickTime, "Read ticks")
                .setParallelism(1)
                .uid("read-ticks")
                .map(new TickNaming(topic, ends.topics().simulated()))
                .returns(CodecTypes.ARRIVAL)
                .setParallelism(1)
                .uid("name-ticks")
                .name("Name ticks");
    }

    private <T> KafkaSource<T> source(
            List<String> topics,
            KafkaRecordDeserializationSchema<T> reader,
            OffsetsInitializer start) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(ends.cluster().bootstrap())
                .setGroupId(ends.groupId())
                .setClientIdPrefix(ends.groupId() + "-" + topics.get(0))
                .setTopics(topics)
                .setDeserializer(reader)
                .setStartingOffsets(start)
                .setProperties(ClientSettings.reading(ends.cluster()))
                .build();
    }

    /**
     * The group's committed offsets are for watching: state without the events before them is
     * wrong.
     */
    private OffsetsInitializer start() {
        return ends.startingOffsets() == StartingOffsets.LATEST
                ? OffsetsInitializer.latest()
                : OffsetsInitializer.earliest();
    }
}
