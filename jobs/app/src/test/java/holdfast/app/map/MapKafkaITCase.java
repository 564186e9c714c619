package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.TestingRecords;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.flink.wire.Origin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapKafkaITCase {

    private static final String TOPIC = "shop.events";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    private final KafkaCluster cluster = KafkaCluster.at(broker.bootstrap());

    @BeforeAll
    void fillTopics() throws Exception {
        try (Admin admin = Admin.create(cluster.settings())) {
            Optional<Integer> three = Optional.of(3);
            admin.createTopics(
                            List.of(
                                    new NewTopic(TOPIC, three, Optional.empty()),
                                    new NewTopic("empty", three, Optional.empty())))
                    .all()
                    .get();
        }
        List<String> lines = Files.readAllLines(Path.of(MapRun.sample("segment.jsonl")));
        try (TestingRecords records = new TestingRecords(cluster)) {
            for (String line : lines) {
                records.send(TOPIC, "key", System.currentTimeMillis(), line);
            }
            records.send(TOPIC, "key", System.currentTimeMillis(), "{\"event\":");
            records.send(new ProducerRecord<>(TOPIC, 2, new byte[0], new byte[] {'?', '?'}));
        }
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void suggestsFromATopicAndLeavesNoTrace() throws Exception {
        assertThat(run("suggest", "--topic", TOPIC)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("topic shop.events: 62 records; it looks like a Segment export")
                .contains("customer: [userId]")
                .containsPattern("broken_json +1 .*partition [0-2] offset [0-9]+")
                .containsPattern("unknown_format +1 .*partition 2 offset [0-9]+");
        try (Admin admin = Admin.create(cluster.settings())) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    void checksAMappingAgainstATopic() {
        String[] words = {"check", "--topic", TOPIC, "--playbook", "ecommerce"};
        assertThat(run(words)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("62 records of topic shop.events under ecommerce")
                .containsPattern("no_event_name +12 ");
    }

    @Test
    void takesNoMoreThanItIsToldNewestOrSpread() {
        List<RawEvent> newest = TopicSample.read(cluster, TOPIC, 12, false);
        List<RawEvent> spread = TopicSample.read(cluster, TOPIC, 24, true);

        assertThat(newest).hasSizeBetween(1, 12);
        assertThat(spread)
                .hasSizeBetween(1, 24)
                .extracting(RawEvent::place)
                .doesNotHaveDuplicates();
        assertThat(largestOffset(newest)).isEqualTo(largestOffset(spread));
        assertThat(smallestOffset(spread)).isLessThan(smallestOffset(newest));
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        assertThat(run("suggest", "--topic", "empty")).isOne();
        assertThat(err.toString()).contains("topic empty at").contains("is empty");
        assertThat(run("suggest", "--topic", "nowhere")).isOne();
        assertThat(err.toString()).contains("there is no topic nowhere");
    }

    private static long largestOffset(List<RawEvent> events) {
        return events.stream().map(RawEvent::origin).mapToLong(Origin::offset).max().orElse(-1);
    }

    private static long smallestOffset(List<RawEvent> events) {
        return busiest(events).stream().mapToLong(Long::longValue).min().orElse(-1);
    }

    /** Offsets of the partition that holds most of them. */
    private static List<Long> busiest(List<RawEvent> events) {
        Map<Integer, List<Long>> offsets =
                events.stream()
                        .map(RawEvent::origin)
                        .collect(
                                Collectors.groupingBy(
                                        Origin::partition,
                                        Collectors.mapping(Origin::offset, Collectors.toList())));
        return offsets.values().stream()
                .reduce((a, b) -> a.size() >= b.size() ? a : b)
                .orElse(List.of());
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] arguments = new String[words.length + 3];
        arguments[0] = "map";
        System.arraycopy(words, 0, arguments, 1, words.length);
        arguments[words.length + 1] = "--bootstrap";
        arguments[words.length + 2] = broker.bootstrap();
        return Holdfast.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
