package holdfast.app.upgrade;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.faults.TestingScoring;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.app.tail.AlertMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The job of this build, which goes on where a golden savepoint stopped. */
final class GoldenRun implements AutoCloseable {

    /** What stands in the topics where the job has been: it must not be read again. */
    private static final byte[] READ_BEFORE = "read before".getBytes(StandardCharsets.UTF_8);

    private final Golden golden;
    private final EmbeddedBroker broker;
    private final TestingScoring scoring;

    /**
     * @param scratch where the savepoint is copied to, since it must not depend on its place
     */
    GoldenRun(Golden golden, Path scratch) throws Exception {
        this.golden = golden;
        broker = EmbeddedBroker.startTemporary();
        scoring = scoring(broker, scratch);
        TopicAdmin.ensure(KafkaCluster.at(broker.bootstrap()), scoring.topics());
        fill();
        scoring.goOnFrom(Golden.copy(golden.savepoint(), scratch.resolve("copy")));
        start(scoring, golden);
    }

    static TestingScoring scoring(EmbeddedBroker broker, Path directory) {
        return TestingScoring.ofSimulatedTime(broker, "", directory);
    }

    static void start(TestingScoring scoring, Golden golden, String... more) throws Exception {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "playbook=" + golden.playbook(),
                                "ticks.writer=external",
                                "clock.idleness=500ms",
                                "clock.settle=1s",
                                "output.format=json"));
        settings.addAll(List.of(more));
        scoring.start(settings.toArray(String[]::new));
    }

    /** What the fates stand at once everything that was counted before is there again. */
    Map<String, Long> restoredFates() throws Exception {
        new StoryTeller(scoring, total(golden.fates())).settle();
        return scoring.fates();
    }

    /** Plays what follows; what comes of it, sorted. */
    List<String> outcome() throws Exception {
        new StoryTeller(scoring, total(golden.fates())).play(Step.read(golden.after()));
        List<String> lines = new ArrayList<>();
        scoring.fates().forEach((fate, count) -> lines.add("fate " + fate + " " + count));
        scoring.stop();
        scoring.alerts().forEach(alert -> lines.add(line(alert)));
        lines.addAll(lastScores());
        return lines.stream().sorted().toList();
    }

    @Override
    public void close() throws Exception {
        scoring.close();
        broker.close();
    }

    static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String line(AlertMessage alert) {
        return String.join(
                " ",
                "alert",
                alert.text("customer_id"),
                alert.text("policy"),
                alert.text("status"),
                alert.text("trigger"),
                alert.text("occurred_at"),
                "opened " + alert.text("opened_at"),
                alert.text("alert_id") + "." + alert.text("sequence"));
    }

    private List<String> lastScores() {
        Map<String, String> last = new TreeMap<>();
        JsonFactory json = new JsonFactory();
        String topic = scoring.topics().name(Topic.SCORES);
        for (ConsumerRecord<byte[], byte[]> read : scoring.records().all(topic)) {
            String customer = new String(read.key(), StandardCharsets.UTF_8);
            byte[] value = read.value();
            last.put(
                    customer,
                    value == null
                            ? "forgotten " + customer
                            : scoreLine(AlertMessage.read(json, value).orElseThrow()));
        }
        return List.copyOf(last.values());
    }

    private static String scoreLine(AlertMessage score) {
        return String.join(
                " ",
                "score",
                score.text("customer_id"),
                score.text("scored_at"),
                "value",
                score.text("value"),
                "at risk",
                score.text("value_at_risk"),
                "by playbook",
                score.text("playbook_version"),
                "and model",
                score.text("model_version"));
    }

    private void fill() throws Exception {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings = KafkaCluster.at(broker.bootstrap()).settings();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            for (Map.Entry<String, Long> offset : golden.offsets().entrySet()) {
                int dash = offset.getKey().lastIndexOf('-');
                String topic = offset.getKey().substring(0, dash);
                int partition = Integer.parseInt(offset.getKey().substring(dash + 1));
                for (long i = 0; i < offset.getValue(); i++) {
                    sent.add(
                            producer.send(
                                    new ProducerRecord<>(
                                            topic,
                                            partition,
                                            GoldenStory.START,
                                            null,
                                            READ_BEFORE)));
                }
            }
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }
}
