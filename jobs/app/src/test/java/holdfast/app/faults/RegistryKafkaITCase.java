package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import holdfast.app.cli.Holdfast;
import holdfast.app.kafka.Topic;
import holdfast.app.playbook.SecondsPlaybook;
import holdfast.app.quickstart.EmbeddedBroker;
import holdfast.flink.wire.RegistryFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job beside a real schema registry, which goes away and comes back. */
@Tag("ops")
class RegistryKafkaITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 6;
    private static final int UNKNOWN_ID = 999_999;

    private static final Schema ORDER =
            new Schema.Parser()
                    .parse(
                            """
                            {"type":"record","name":"Order","namespace":"shop","fields":[
                              {"name":"userId","type":["null","string"]},
                              {"name":"event","type":"string"},
                              {"name":"timestamp",
                               "type":{"type":"long","logicalType":"timestamp-micros"}},
                              {"name":"properties","type":{"type":"record","name":"Facts",
                               "fields":[{"name":"total","type":{"type":"bytes",
                                "logicalType":"decimal","precision":9,"scale":2}}]}}]}""");

    private static final Schema VISIT =
            new Schema.Parser()
                    .parse(
                            """
                            {"type":"record","name":"Visit","namespace":"shop","fields":[
                              {"name":"event_name","type":"string"},
                              {"name":"user_id","type":"string"},
                              {"name":"event_time",
                               "type":{"type":"long","logicalType":"timestamp-millis"}}]}""");

    @TempDir private Path directory;

    @Test
    void nothingIsLostOrRefusedWhileTheRegistryIsAway() throws Exception {
        try (RegistryProcess registry = new RegistryProcess(directory);
                EmbeddedBroker broker = EmbeddedBroker.startTemporary();
                TestingScoring scoring =
                        TestingScoring.ofWallClock(broker, "registry.", directory)) {
            registry.start();
            int orderId = registry.register("orders-value", ORDER);
            int visitId = registry.register("visits-value", VISIT);
            scoring.start(
                    "playbook="
                            + Files.writeString(
                                    directory.resolve("seconds.yaml"), SecondsPlaybook.TEXT),
                    "registry.url=" + registry.url(),
                    "output.format=avro",
                    "clock.tick-interval=200ms",
                    "clock.settle=1s");
            IntStream.range(0, CUSTOMERS).forEach(i -> send(scoring, framed(orderId, order(i))));
            byte[] unknown = framed(UNKNOWN_ID, order(0));
            send(scoring, unknown);
            awaitFates(scoring, Map.of("scored", (long) CUSTOMERS, "dead_lettered", 1L));

            registry.stop();
            send(scoring, framed(visitId, visit("c-late")));
            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> scoring.fated() == CUSTOMERS + 1);
            registry.start();
            awaitFates(scoring, Map.of("scored", CUSTOMERS + 1L, "dead_lettered", 1L));

            assertThat(scoring.restarts()).isZero();
            assertDeadLetter(scoring, unknown);
            await().atMost(PATIENCE).until(() -> alerted(scoring, registry).equals(everybody()));
            assertThat(tail(scoring, registry)).contains("OPENED", "c-");
            assertEndsWhileItWaits(scoring, registry);
        }
    }

    private static void assertEndsWhileItWaits(TestingScoring scoring, RegistryProcess registry)
            throws Exception {
        long fated = scoring.fated();
        registry.stop();
        send(scoring, framed(UNKNOWN_ID + 1, visit("c-never")));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> scoring.fated() == fated);
        long startNanos = System.nanoTime();

        scoring.kill();

        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .as("less than Flink waits before it interrupts a second time")
                .isLessThan(Duration.ofSeconds(20));
    }

    private static void assertDeadLetter(TestingScoring scoring, byte[] original) {
        List<ConsumerRecord<byte[], byte[]>> dead =
                scoring.records().all(scoring.topics().deadLetterName(Topic.TRANSACTIONS));
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).value()).isEqualTo(original);
        assertThat(header(dead.get(0), "reason")).isEqualTo("UNKNOWN_SCHEMA");
        assertThat(header(dead.get(0), "detail")).contains("schema " + UNKNOWN_ID, "40403");
    }

    private static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        return new String(read.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Who is named by the alerts, read as any consumer would: by the registry's own schema. */
    private static Set<String> alerted(TestingScoring scoring, RegistryProcess registry) {
        return scoring.records().all(scoring.topics().name(Topic.ALERTS)).stream()
                .map(read -> decoded(registry, read.value()).get("customer_id").toString())
                .collect(Collectors.toSet());
    }

    private static Set<String> everybody() {
        Set<String> everybody = new TreeSet<>(Set.of("c-late"));
        IntStream.range(0, CUSTOMERS).forEach(i -> everybody.add("c-" + i));
        return everybody;
    }

    private static GenericRecord decoded(RegistryProcess registry, byte[] value) {
        assertThat(value[0]).isZero();
        Schema writer = new Schema.Parser().parse(registry.schema(RegistryFrame.schemaId(value)));
        assertThat(writer.getName()).isEqualTo("RetentionAlert");
        try {
            int from = RegistryFrame.HEADER_BYTES;
            return new GenericDatumReader<GenericRecord>(writer)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(value, from, value.length - from, null));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String tail(TestingScoring scoring, RegistryProcess registry) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = {
            "tail",
            "--bootstrap=" + scoring.bootstrap(),
            "--prefix=" + scoring.topics().prefix(),
            "--registry-url=" + registry.url(),
            "--from-beginning",
            "--plain",
            "--max=1"
        };
        int code = Holdfast.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private static void awaitFates(TestingScoring scoring, Map<String, Long> fates) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(scoring.fates()).isEqualTo(fates));
    }

    private static void send(TestingScoring scoring, byte[] value) {
        String topic = scoring.topics().name(Topic.TRANSACTIONS);
        scoring.records().send(new ProducerRecord<>(topic, 0, null, null, value));
    }

    private static GenericRecord order(int customer) {
        GenericRecord facts = new GenericData.Record(ORDER.getField("properties").schema());
        facts.put("total", ByteBuffer.wrap(new BigDecimal("12.50").unscaledValue().toByteArray()));
        GenericRecord order = new GenericData.Record(ORDER);
        order.put("userId", "c-" + customer);
        order.put("event", "Order Completed");
        order.put("timestamp", System.currentTimeMillis() * 1_000);
        order.put("properties", facts);
        return order;
    }

    private static GenericRecord visit(String customer) {
        GenericRecord visit = new GenericData.Record(VISIT);
        visit.put("user_id", customer);
        visit.put("event_name", "Seen");
        visit.put("event_time", System.currentTimeMillis());
        return visit;
    }

    private static byte[] framed(int id, GenericRecord record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder body = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, body);
            body.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
