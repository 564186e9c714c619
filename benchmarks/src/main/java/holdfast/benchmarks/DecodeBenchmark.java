package holdfast.benchmarks;

import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Mapping;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.Normalizer;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.WireLimits;
import holdfast.schemas.v1.CustomerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a Kafka record's value to a checked arrival, one order of a shop in either format: {@code
 * benchmarks/run jmh DecodeBenchmark -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class DecodeBenchmark {

    private static final Instant TIME = Instant.parse("2025-03-01T11:00:00Z");
    private static final String JSON =
            """
            {"type":"track","messageId":"ajs-next-1740826800000-7f3e","userId":"customer-004711",\
            "event":"Order Completed","timestamp":"2025-03-01T11:00:00.000Z",\
            "context":{"ip":"203.0.113.7","locale":"de-DE","page":{"path":"/checkout/done"}},\
            "properties":{"order_id":"o-99812","total":129.90,"currency":"EUR",\
            "products":[{"sku":"a-1","price":99.90},{"sku":"b-2","price":30.00}]}}\
            """;

    private final Origin origin =
            new Origin("transactions.events.v1", 3, 41, TIME.toEpochMilli() + 40);
    private final byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
    private byte[] avro = {};
    private final Normalizer normalizer =
            Normalizer.of(
                    SourceKind.TRANSACTION,
                    Mapping.DEFAULT,
                    Currency.getInstance("EUR"),
                    WireLimits.DEFAULT);

    /** Makes the Avro record and makes sure that both say the same. */
    @Setup
    public void encode() throws IOException {
        CustomerEvent event =
                CustomerEvent.newBuilder()
                        .setCustomerId("customer-004711")
                        .setEventName("Order Completed")
                        .setEventTime(TIME)
                        .setMessageId("ajs-next-1740826800000-7f3e")
                        .setAmountMinor(12_990L)
                        .setCurrency("EUR")
                        .setAttributes(Map.of("order_id", "o-99812", "path", "/checkout/done"))
                        .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BinaryMessageEncoder<CustomerEvent>(
                        SpecificData.getForClass(CustomerEvent.class), event.getSchema())
                .encode(event, out);
        avro = out.toByteArray();
        if (!segmentJson().activity().equals(avro().activity())) {
            throw new IllegalStateException(segmentJson() + " is not " + avro());
        }
    }

    /** Segment's track call. */
    @Benchmark
    public Arrival segmentJson() {
        return normalizer.arrival(origin, json);
    }

    /** Avro single-object encoding. */
    @Benchmark
    public Arrival avro() {
        return normalizer.arrival(origin, avro);
    }
}
