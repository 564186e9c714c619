package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.options.Delivery;
import holdfast.app.options.StartingOffsets;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.shell.FailedRunException;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Presets;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.MessageName;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.SchemaSource;
import holdfast.flink.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndsKafkaITCase {

    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long SECOND = 1_000;

    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());
    private final TestingRecords records = new TestingRecords(cluster);
    private Topics topics = new Topics("", 2, true);

    @BeforeEach
    void createTopics(TestInfo test) {
        topics = new Topics(test.getTestMethod().orElseThrow().getName() + ".", 2, true);
        assertThat(TopicAdmin.ensure(cluster, topics)).hasSize(topics.wanted().size());
    }

    @AfterEach
    void findsAllTopicsTheSecondTime() {
        assertThat(TopicAdmin.ensure(cluster, topics)).isEmpty();
    }

    @AfterAll
    void stop() {
        records.close();
        broker.close();
    }

    @Test
    void silenceIsNoticedOnlyWhenTicksHaveSettledAfterAGap() throws Exception {
        event("c-1", START);
        tick(0, 40);
        tick(160, 185);

        try (CloseableIterator<String> witness = witness()) {
            assertThat(until(witness, "silence at 20")).doesNotContain("silence at 100");
            tick(186, 200);
            List<String> later = until(witness, "silence at 100");

            assertThat(later).contains("tick 190");
        }
    }

    @Test
    void brokenAndFutureRecordsMoveNoClockAndHoldNoneBack() throws Exception {
        event("c-1", START);
        String topic = topics.name(Topic.CLICKSTREAM);
        records.send(topic, "a", START, "{broken");
        records.send(topic, "b", START, json("c-2", START + 3_600 * SECOND));

        try (CloseableIterator<String> witness = witness()) {
            until(witness, "ACTIVITY", "REJECTED BROKEN_JSON", "REJECTED TIME_IN_FUTURE");
            tick(0, 40);

            assertThat(until(witness, "silence at 20"))
                    .contains("tick 30")
                    .doesNotContain("silence at 100");
        }
    }

    @Test
    void refusesATickTopicThatKeepsAnotherClock() {
        Topics wallClock = new Topics(topics.prefix(), 2, false);

        assertThatThrownBy(() -> TopicAdmin.ensure(cluster, wallClock))
                .isInstanceOf(FailedRunException.class)
                .hasMessageContaining("message.timestamp.type=CreateTime");
    }

    @Test
    void eachRecordGoesToTheTopicOfItsKind() throws Exception {
        StreamExecutionEnvironment env = environment();
        Origin origin = new Origin(topics.name(Topic.SERVICE), 1, 42, START);
        EncodedRecord.Refused refused =
                new EncodedRecord.Refused(origin, RejectReason.EMPTY_VALUE, "no bytes");
        DataStream<EncodedRecord> encoded =
                env.fromData(
                                CodecTypes.ENCODED_RECORD,
                                alert("c-1", "alert"),
                                EncodedRecord.score("c-2", START, bytes("{}")),
                                EncodedRecord.tombstone("c-3", START),
                                EncodedRecord.deadLetter(refused, bytes("")))
                        .uid("given");
        new Sinks(ends(Delivery.AT_LEAST_ONCE)).write(encoded);

        env.execute();

        assertThat(keysOf(Topic.ALERTS, 1)).containsExactly("c-1");
        assertThat(keysOf(Topic.SCORES, 2)).containsExactlyInAnyOrder("c-2", "c-3");
        assertThat(headers(records.read(topics.name(Topic.ALERTS), 1).get(0)))
                .containsExactly(
                        "content-type=application/avro",
                        "ce_specversion=1.0",
                        "ce_id=alert.1",
                        "ce_type=holdfast.alert.opened.v1",
                        "ce_source=/holdfast/scoring/eachRecordGoesToTheTopicOfItsKind.",
                        "ce_subject=c-1",
                        "ce_time=2026-03-01T00:00:00Z");
        assertThat(records.read(topics.name(Topic.SCORES), 2))
                .extracting(score -> headers(score).get(0))
                .containsExactlyInAnyOrder("content-type=application/json", "ce_specversion=1.0");
        ConsumerRecord<byte[], byte[]> dead =
                records.read(topics.deadLetterName(Topic.SERVICE), 1).get(0);
        assertThat(dead.timestamp()).isEqualTo(START);
        assertThat(header(dead, "reason")).isEqualTo("EMPTY_VALUE");
        assertThat(header(dead, "origin_topic")).isEqualTo(topics.name(Topic.SERVICE));
        assertThat(header(dead, "origin_offset")).isEqualTo("42");
    }

    @Test
    void exactlyOnceOutputAppearsWhenTheJobHasFinished() throws Exception {
        StreamExecutionEnvironment env = environment();
        DataStream<EncodedRecord> encoded =
                env.fromData(CodecTypes.ENCODED_RECORD, alert("c-1", "one"), alert("c-2", "two"))
                        .uid("given");
        new Sinks(ends(Delivery.EXACTLY_ONCE)).write(encoded);

        env.execute();

        assertThat(keysOf(Topic.ALERTS, 2)).containsExactlyInAnyOrder("c-1", "c-2");
    }

    @Test
    void theJobCanTickByItself() throws Exception {
        StreamExecutionEnvironment env = environment();
        new Sinks(ends(Delivery.AT_LEAST_ONCE)).tick(env, new TickPace(50, SECOND));

        JobClient job = env.executeAsync();
        List<ConsumerRecord<byte[], byte[]>> ticks = records.read(topics.name(Topic.TICKS), 5);
        job.cancel().get();

        assertThat(ticks).allMatch(tick -> header(tick, Tick.INTERVAL_HEADER).equals("50"));
        assertThat(ticks.get(4).timestamp()).isGreaterThan(ticks.get(0).timestamp());
    }

    private CloseableIterator<String> witness() throws Exception {
        StreamExecutionEnvironment env = environment();
        ClockSettings clock =
                new ClockSettings(
                        Duration.ofMillis(500),
                        Idleness.of(Duration.ofMillis(300)),
                        Duration.ofHours(1),
                        new TickPace(SECOND, 30 * SECOND));
        return new Sources(ends(Delivery.AT_LEAST_ONCE), clock)
                .arrivals(env, Presets.generic(), WireLimits.DEFAULT, SchemaSource::none)
                .keyBy(arrival -> 0, TypeInformation.of(Integer.class))
                .process(new Witness())
                .returns(String.class)
                .uid("witness")
                .executeAndCollect();
    }

    private static List<String> until(CloseableIterator<String> witness, String... wanted) {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(witness.next());
        } while (!lines.containsAll(List.of(wanted)));
        return lines;
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.auto-generate-uids", "false");
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("pipeline.auto-watermark-interval", "20 ms");
        configuration.setString("execution.checkpointing.interval", "200 ms");
        return StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    }

    private EndSettings ends(Delivery delivery) {
        return new EndSettings(
                cluster, topics, topics.prefix() + "job", StartingOffsets.EARLIEST, delivery);
    }

    private void event(String customer, long timeMillis) {
        records.send(
                topics.name(Topic.TRANSACTIONS), customer, timeMillis, json(customer, timeMillis));
    }

    /** A tick each second, from and to so many seconds after the start. */
    private void tick(int from, int to) {
        String topic = topics.name(Topic.TICKS);
        for (int second = from; second <= to; second++) {
            records.send(Tick.produced(topic, START + second * SECOND, second, SECOND));
        }
    }

    private List<String> keysOf(Topic topic, int count) {
        return records.read(topics.name(topic), count).stream()
                .map(read -> new String(read.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        return new String(read.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static EncodedRecord alert(String customer, String text) {
        MessageName name = new MessageName(text + ".1", "holdfast.alert.opened.v1");
        return EncodedRecord.alert(customer, START, name, bytes(text));
    }

    private static List<String> headers(ConsumerRecord<byte[], byte[]> read) {
        return Stream.of(read.headers().toArray())
                .map(header -> header.key() + "=" + header(read, header.key()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String customer, long timeMillis) {
        return "{\"userId\":\"%s\",\"event\":\"visit\",\"timestamp\":%d}"
                .formatted(customer, timeMillis);
    }

    /** Says what it sees, and notices silence 20 and 100 seconds after the start. */
    private static final class Witness extends KeyedProcessFunction<Integer, Arrival, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Arrival arrival, Context context, Collector<String> out) {
            context.timerService().registerEventTimeTimer(START + 20 * SECOND);
            context.timerService().registerEventTimeTimer(START + 100 * SECOND);
            out.collect(
                    switch (arrival.kind()) {
                        case TICK -> "tick " + (arrival.timeMillis() - START) / SECOND;
                        case REJECTED -> "REJECTED " + arrival.reason();
                        case ACTIVITY, CONTROL, UNIDENTIFIED -> arrival.kind().name();
                    });
        }

        @Override
        public void onTimer(long timeMillis, OnTimerContext context, Collector<String> out) {
            out.collect("silence at " + (timeMillis - START) / SECOND);
        }
    }
}
