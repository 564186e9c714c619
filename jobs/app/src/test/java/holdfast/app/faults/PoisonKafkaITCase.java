package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, the job runs on and says of every record what became of it. */
@SuppressWarnings("FutureReturnValueIgnored") // What is not sent is missed in the end.
class PoisonKafkaITCase {

    private static final int SCALE = Integer.getInteger("holdfast.scale", 1);
    private static final int FUZZED = 20_000 * SCALE;
    private static final int CUSTOMERS = 40;
    private static final int DAYS = 20;
    private static final int SILENT_DAYS = 60;
    private static final int WORST_EVERY_DAYS = 20;
    private static final int SEED = 7;
    private static final long DAY = 86_400_000;
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long DISORDER_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30L * SCALE);
    private static final Map<Topic, SourceKind> EVENTS =
            new TreeMap<>(
                    Map.of(
                            Topic.CLICKSTREAM, SourceKind.CLICKSTREAM,
                            Topic.TRANSACTIONS, SourceKind.TRANSACTION,
                            Topic.SERVICE, SourceKind.SERVICE,
                            Topic.PROFILE, SourceKind.PROFILE,
                            Topic.OUTCOMES, SourceKind.OUTCOME,
                            Topic.CONTROL, SourceKind.CONTROL));

    private final Playbook playbook = Presets.generic();
    private final Poison poison = new Poison(SEED);
    private final List<Activity> good = new ArrayList<>();
    private final Map<String, byte[]> refused = new HashMap<>();
    private final Map<String, RejectReason> reasons = new HashMap<>();
    private long sent;
    private long unidentified;

    @TempDir private Path directory;

    @Test
    void everyRecordHasItsFateAndTheJobNeverRestarts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring =
                        TestingScoring.ofSimulatedTime(broker, "poison.", directory)) {
            scoring.start("ticks.writer=external");
            produce(scoring);
            expectFates(scoring);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> scoring.fated() == sent);
            long untilMillis = START + (DAYS + SILENT_DAYS) * DAY - DISORDER_MILLIS - 1;
            scoring.awaitWritten(untilMillis, PATIENCE);
            Map<String, Long> fates = scoring.fates();
            long restarts = scoring.restarts();
            scoring.stop();

            System.out.printf(Locale.ROOT, "%,d records: %s%n", sent, fates);
            assertThat(restarts).isZero();
            assertThat(fates)
                    .containsEntry("dead_lettered", (long) refused.size())
                    .containsEntry("unidentified", unidentified);
            assertThat(reasons).containsValue(RejectReason.BROKEN_AVRO);
            assertDeadLetters(scoring);
            PlainAlerts.assertSame(
                    PlainAlerts.of(good, playbook, untilMillis),
                    PlainAlerts.of(scoring.alerts()).stream()
                            .filter(alert -> alert.contains(" good-"))
                            .toList());
        }
    }

    /** Good events of each day among the bad ones, and at the day's end a tick. */
    private void produce(TestingScoring scoring) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        scoring.bootstrap(),
                        "max.request.size",
                        9 << 20,
                        "linger.ms",
                        5);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            for (int day = 0; day <= DAYS + SILENT_DAYS; day++) {
                if (day < DAYS) {
                    sendDay(scoring, producer, START + day * DAY);
                }
                if (day % WORST_EVERY_DAYS == 0) {
                    sendWorst(scoring, producer, START + day * DAY);
                }
                producer.flush();
                String ticks = scoring.topics().name(Topic.TICKS);
                producer.send(Tick.produced(ticks, START + day * DAY, day, DAY));
                producer.send(record(ticks, START + day * DAY, poison.next()));
            }
        }
    }

    private void sendDay(
            TestingScoring scoring, KafkaProducer<byte[], byte[]> producer, long dayMillis) {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            long timeMillis = dayMillis + customer;
            String id = "good-" + customer;
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            byte[] value =
                    "{\"userId\":\"%s\",\"event\":\"View\",\"timestamp\":%d}"
                            .formatted(id, timeMillis)
                            .getBytes(StandardCharsets.UTF_8);
            String topic = scoring.topics().name(Topic.CLICKSTREAM);
            producer.send(new ProducerRecord<>(topic, null, timeMillis, key, value));
            good.add(new Activity(id, timeMillis, "View", 0, 0, 0, SourceKind.CLICKSTREAM));
            for (int i = 0; i < FUZZED / DAYS / CUSTOMERS; i++) {
                Topic any = new ArrayList<>(EVENTS.keySet()).get(i % EVENTS.size());
                producer.send(record(scoring.topics().name(any), timeMillis, poison.next()));
            }
        }
    }

    private void sendWorst(
            TestingScoring scoring, KafkaProducer<byte[], byte[]> producer, long dayMillis) {
        String transactions = scoring.topics().name(Topic.TRANSACTIONS);
        for (String value : Poison.refusedEvents().keySet()) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            producer.send(record(transactions, dayMillis, bytes));
        }
        poison.publications()
                .forEach(
                        publication ->
                                producer.send(
                                        new ProducerRecord<>(
                                                scoring.topics().name(publication.topic()),
                                                null,
                                                dayMillis,
                                                publication.key().getBytes(StandardCharsets.UTF_8),
                                                publication
                                                        .text()
                                                        .getBytes(StandardCharsets.UTF_8))));
    }

    /** Half of the fuzzed records have no key, half an absurd one; one in fifty has no value. */
    private static ProducerRecord<byte[], byte[]> record(
            String topic, long timestampMillis, byte[] value) {
        byte[] key = value.length % 2 == 0 ? null : Arrays.copyOf(value, value.length % 7);
        return new ProducerRecord<>(
                topic, null, timestampMillis, key, value.length % 50 == 49 ? null : value);
    }

    private void expectFates(TestingScoring scoring) {
        EVENTS.forEach(
                (topic, kind) -> {
                    Normalizer edge =
                            Normalizer.of(
                                    kind,
                                    playbook.mapping(),
                                    playbook.currency(),
                                    WireLimits.DEFAULT);
                    scoring.records()
                            .all(scoring.topics().name(topic))
                            .forEach(read -> expectFate(edge.arrival(origin(read), read.value())));
                });
        for (Topic topic : List.of(Topic.PLAYBOOKS, Topic.MODELS)) {
            for (ConsumerRecord<byte[], byte[]> read :
                    scoring.records().all(scoring.topics().name(topic))) {
                refused.put(name(read.topic(), read.partition(), read.offset()), bytes(read));
                sent++;
            }
        }
    }

    private void expectFate(Arrival arrival) {
        Origin origin = arrival.origin();
        String name = name(origin.topic(), origin.partition(), origin.offset());
        sent++;
        switch (arrival.kind()) {
            case UNIDENTIFIED -> unidentified++;
            case REJECTED -> {
                refused.put(name, arrival.bytes());
                reasons.put(name, arrival.reason());
            }
            case ACTIVITY -> {
                if (arrival.activity().amountMinor() < 0) {
                    refused.put(name, arrival.bytes());
                    reasons.put(name, RejectReason.NEGATIVE_AMOUNT);
                }
            }
            case CONTROL, TICK -> {}
        }
    }

    private void assertDeadLetters(TestingScoring scoring) {
        Map<String, RejectReason> known = Poison.refusedEvents();
        int found = 0;
        for (Topic topic : Topic.values()) {
            if (!topic.hasDeadLetters()) {
                continue;
            }
            for (ConsumerRecord<byte[], byte[]> dead :
                    scoring.records().all(scoring.topics().deadLetterName(topic))) {
                String name =
                        header(dead, "origin_topic")
                                + header(dead, "origin_partition")
                                + "@"
                                + header(dead, "origin_offset");
                String reason = header(dead, "reason");
                assertThat(refused).containsKey(name);
                assertThat(bytes(dead)).as(name).isEqualTo(refused.remove(name));
                assertThat(reason)
                        .isEqualTo(reasons.getOrDefault(name, badPublication(dead)).name());
                RejectReason wanted = known.get(new String(bytes(dead), StandardCharsets.UTF_8));
                if (wanted != null && topic == Topic.TRANSACTIONS) {
                    assertThat(reason).isEqualTo(wanted.name());
                    found++;
                }
            }
        }
        assertThat(refused.keySet()).as("without a dead letter").isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(4 * known.size());
    }

    private static RejectReason badPublication(ConsumerRecord<byte[], byte[]> dead) {
        return switch (header(dead, "reason")) {
            case "BAD_PLAYBOOK" -> RejectReason.BAD_PLAYBOOK;
            case "BAD_MODEL" -> RejectReason.BAD_MODEL;
            default -> RejectReason.BAD_POPULATION;
        };
    }

    private static Origin origin(ConsumerRecord<byte[], byte[]> read) {
        return new Origin(read.topic(), read.partition(), read.offset(), read.timestamp());
    }

    private static String name(String topic, int partition, long offset) {
        return topic + partition + "@" + offset;
    }

    private static byte[] bytes(ConsumerRecord<byte[], byte[]> read) {
        return read.value() == null ? new byte[0] : read.value();
    }

    private static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        return new String(read.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
