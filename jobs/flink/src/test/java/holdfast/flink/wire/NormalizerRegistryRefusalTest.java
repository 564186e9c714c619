package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.LIMITS;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Mapping;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class NormalizerRegistryRefusalTest {
    private static final int ID = 17;

    private final TestingSchemas schemas = new TestingSchemas().with(ID, TestingOrders.SCHEMA);

    @Test
    void saysWhatToDoWhereThereIsNoRegistry() {
        byte[] value = TestingSchemas.framed(ID, order());

        Arrival arrival = TestingWire.normalizer(SourceKind.TRANSACTION).arrival(ORIGIN, value);

        assertThat(arrival.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(arrival.detail()).contains("schema id 17", "--registry-url", "registry.url");
        assertThat(arrival.bytes()).isEqualTo(value);
    }

    @Test
    void asksForASchemaOnceAndForAnUnknownOneEachTime() {
        Normalizer normalizer = normalizer(SourceKind.TRANSACTION);
        byte[] known = TestingSchemas.framed(ID, order());
        byte[] unknown = TestingSchemas.header(99);

        for (int i = 0; i < 3; i++) {
            assertThat(normalizer.arrival(ORIGIN, known).kind()).isEqualTo(Arrival.Kind.ACTIVITY);
            Arrival refused = normalizer.arrival(ORIGIN, unknown);
            assertThat(refused.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
            assertThat(refused.detail()).contains("99");
            assertThat(refused.bytes()).isEqualTo(unknown);
        }

        assertThat(schemas.asked()).isEqualTo(1 + 3);
    }

    @Test
    void refusesSchemasThatCannotBeReadWithinBounds() {
        schemas.with(1, "garbage").with(2, "'string'").with(3, "[".repeat(100_000));
        schemas.with(
                4,
                "{'type':'record','name':'Tree','fields':[{'name':'below','type':"
                        + "{'type':'array','items':'Tree'}}]}");
        schemas.with(5, doubling(30));
        schemas.with(6, " ".repeat(2 << 20));
        schemas.with(7, "{'type':'record','name':'R','fields':[{'name':'x','type':'Nowhere'}]}");
        schemas.with(8, "");

        for (int id = 1; id <= 8; id++) {
            Arrival arrival = read(TestingSchemas.header(id));
            assertThat(arrival.reason()).as("schema %s", id).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
            assertThat(arrival.detail()).contains("schema " + id).hasSizeLessThan(200);
        }
        assertThat(read(TestingSchemas.header(4)).detail()).contains("\"Tree\" contains itself");
        assertThat(read(TestingSchemas.header(5)).detail()).contains("too large");
        assertThat(read(TestingSchemas.header(6)).detail()).contains("too large");
    }

    /** Each record holds the next one twice: few bytes of schema, any number of fields. */
    private static String doubling(int levels) {
        StringBuilder text = new StringBuilder("'null'");
        for (int i = 0; i < levels; i++) {
            text.insert(0, "{'type':'record','name':'R" + i + "','fields':[{'name':'a','type':");
            text.append("},{'name':'b','type':'")
                    .append(i == 0 ? "null" : "R" + (i - 1))
                    .append("'}]}");
        }
        return text.toString();
    }

    @Test
    void boundsTheTimeToReadARecordOfValuesWithoutBytes() {
        schemas.with(
                9,
                "{'type':'record','name':'R','fields':[{'name':'x','type':{'type':'array',"
                        + "'items':{'type':'record','name':'S','fields':[%s]}}}]}"
                                .formatted(String.join(",", nullFields(1_000))));
        // A block claims as many items as bytes remain, and none of them takes one.
        byte[] value = Arrays.copyOf(TestingSchemas.header(9), 1 << 20);
        Arrays.fill(value, 5, value.length, (byte) 0x40);

        long startNanos = System.nanoTime();
        Arrival arrival = read(value);

        assertThat(arrival.reason()).isEqualTo(RejectReason.BROKEN_AVRO);
        assertThat(System.nanoTime() - startNanos).isLessThan(2_000_000_000L);
    }

    private static List<String> nullFields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'name':'f" + i + "','type':'null'}")
                .toList();
    }

    @Test
    void refusesARecordThatIsCutOffAnywhereOrGoesOn() {
        byte[] value = TestingSchemas.framed(ID, order());

        for (int length = 1; length < value.length; length++) {
            assertThat(read(Arrays.copyOf(value, length)).reason())
                    .as("%s bytes", length)
                    .isEqualTo(RejectReason.BROKEN_AVRO);
        }
        assertThat(read(Arrays.copyOf(value, value.length + 1)).detail())
                .isEqualTo("more follows the record");
    }

    @Test
    void refusesNothingWhenTheTaskEndsWhileItWaits() {
        SchemaSource interrupted =
                id -> {
                    throw new CancellationException("the task ends");
                };
        Normalizer normalizer =
                Normalizer.of(
                        SourceKind.TRANSACTION,
                        Mapping.DEFAULT,
                        Currency.getInstance("EUR"),
                        LIMITS,
                        interrupted);

        assertThatThrownBy(() -> normalizer.arrival(ORIGIN, TestingSchemas.header(1)))
                .isInstanceOf(CancellationException.class);
    }

    private Normalizer normalizer(SourceKind source) {
        return Normalizer.of(source, Mapping.DEFAULT, Currency.getInstance("EUR"), LIMITS, schemas);
    }

    private Arrival read(byte[] value) {
        return normalizer(SourceKind.TRANSACTION).arrival(ORIGIN, value);
    }

    private GenericRecord order() {
        return TestingOrders.order(schemas.parsed(ID));
    }
}
