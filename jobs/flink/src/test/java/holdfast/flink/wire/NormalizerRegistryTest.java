package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.LIMITS;
import static holdfast.flink.wire.TestingWire.NOW;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.avroEvent;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.Mapping;
import holdfast.schemas.v1.Control;
import holdfast.schemas.v1.CustomerEvent;
import holdfast.schemas.v1.CustomerProfile;
import holdfast.schemas.v1.RetentionOutcome;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class NormalizerRegistryTest {
    private static final int ID = 17;

    private final TestingSchemas schemas = new TestingSchemas().with(ID, TestingOrders.SCHEMA);

    @Test
    void readsACustomersOwnSchemaByThePlaybooksMapping() {
        GenericRecord order = order();

        assertThat(read(TestingSchemas.framed(ID, order)).activity())
                .isEqualTo(
                        new Activity(
                                "c1",
                                NOW - 1_000,
                                "Order",
                                1235,
                                NOW - 36 * 3_600_000,
                                Hashes.hash64("5b2c5d2e-0000-4000-8000-000000000001"),
                                SourceKind.TRANSACTION));
    }

    @Test
    void takesNullForAbsent() {
        GenericRecord order = order();
        order.put("userId", null);
        assertThat(read(TestingSchemas.framed(ID, order)).kind())
                .isEqualTo(Arrival.Kind.UNIDENTIFIED);

        order.put("userId", 4711L);
        order.put("messageId", null);
        order.put("properties", null);
        assertThat(read(TestingSchemas.framed(ID, order)).activity())
                .isEqualTo(
                        new Activity(
                                "4711", NOW - 1_000, "Order", 0, 0, 0, SourceKind.TRANSACTION));
    }

    @Test
    void readsMapsAsTheObjectsThatTheyAreInJson() {
        schemas.with(
                5,
                """
                {'type':'record','name':'Loose','fields':[
                  {'name':'user_id','type':'string'},{'name':'event_name','type':'string'},
                  {'name':'event_time','type':'string'},
                  {'name':'properties','type':{'type':'map','values':['string','double']}}]}""");

        Arrival arrival =
                read(
                        schemas.framed(
                                5,
                                Map.of(
                                        "user_id", "c1",
                                        "event_name", "Paid",
                                        "event_time", "2024-03-01T11:00:00Z",
                                        "properties", Map.of("total", 7.25, "colour", "red"))));

        assertThat(arrival.activity().amountMinor()).isEqualTo(725);
        assertThat(arrival.activity().timeMillis()).isEqualTo(NOW - 3_600_000);
    }

    @Test
    void scalesPlainNumbersAsTheMappingSaysAndTrustsLogicalTypesOverIt() {
        String field = "{'name':'event_timestamp','type':%s}";
        String rest =
                "{'type':'record','name':'E','fields':[{'name':'user_id','type':'string'},"
                        + "{'name':'event_name','type':'string'},%s]}";
        schemas.with(1, rest.formatted(field.formatted("'long'")));
        schemas.with(
                2,
                rest.formatted(
                        field.formatted("{'type':'long','logicalType':'timestamp-millis'}")));
        schemas.with(
                3,
                rest.formatted(
                        field.formatted("{'type':'long','logicalType':'local-timestamp-nanos'}")));

        assertThat(timeOf(1, NOW * 1_000)).isEqualTo(NOW);
        assertThat(timeOf(2, NOW)).isEqualTo(NOW);
        assertThat(timeOf(3, NOW * 1_000_000)).isEqualTo(NOW);
    }

    private long timeOf(int id, long value) {
        return read(schemas.framed(
                        id,
                        Map.of(
                                "user_id", "c1",
                                "event_name", "Seen",
                                "event_timestamp", value)))
                .timeMillis();
    }

    @Test
    void refusesAsAmountWhatIsNoNumber() {
        schemas.with(
                4,
                """
                {'type':'record','name':'E','fields':[{'name':'user_id','type':'string'},
                  {'name':'event_name','type':'string'},{'name':'event_time','type':'string'},
                  {'name':'amount','type':['double','bytes','boolean',{'type':'array',
                    'items':'int'},{'type':'record','name':'R','fields':[]}]}]}""");

        for (Object amount :
                List.of(Double.NaN, ByteBuffer.wrap(new byte[4]), true, List.of(1, 2))) {
            Map<String, Object> fields =
                    Map.of(
                            "user_id", "c1",
                            "event_name", "Seen",
                            "event_time", "2024-03-01T11:00:00Z",
                            "amount", amount);
            assertThat(read(schemas.framed(4, fields)).reason())
                    .as("%s", amount)
                    .isEqualTo(RejectReason.BAD_AMOUNT);
        }
    }

    @Test
    void knowsOurOwnSchemasByTheirNames() {
        CustomerEvent event = avroEvent().build();
        schemas.with(1, CustomerEvent.getClassSchema());
        schemas.with(2, CustomerProfile.getClassSchema());
        schemas.with(3, RetentionOutcome.getClassSchema());
        schemas.with(4, Control.getClassSchema());

        assertThat(read(framed(1, event)).activity().amountMinor()).isEqualTo(1250);
        Arrival misplaced = read(framed(2, event));
        assertThat(misplaced.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(misplaced.detail()).contains("CustomerProfile", "another topic");
        assertThat(normalizer(SourceKind.PROFILE).arrival(ORIGIN, profile(2)).activity().name())
                .isEqualTo(Normalizer.PROFILE_NAME);
        assertThat(normalizer(SourceKind.PROFILE).arrival(ORIGIN, profile(4)).reason())
                .isEqualTo(RejectReason.UNKNOWN_SCHEMA);
    }

    private static byte[] profile(int id) {
        return framed(
                id,
                CustomerProfile.newBuilder()
                        .setCustomerId("c1")
                        .setEventTime(Instant.ofEpochMilli(NOW))
                        .build());
    }

    @Test
    void readsAnOlderVersionOfOurSchemaWithFewerFieldsInAnotherOrder() {
        schemas.with(
                6,
                """
                {'type':'record','name':'CustomerEvent','namespace':'holdfast.schemas.v1','fields':[
                  {'name':'amount_minor','type':'int'},
                  {'name':'event_time','type':{'type':'long','logicalType':'timestamp-millis'}},
                  {'name':'event_name','type':'string'},{'name':'customer_id','type':'string'}]}""");

        assertThat(
                        read(schemas.framed(
                                        6,
                                        Map.of(
                                                "amount_minor",
                                                1250,
                                                "event_time",
                                                NOW,
                                                "event_name",
                                                "Paid",
                                                "customer_id",
                                                "c9")))
                                .activity())
                .isEqualTo(new Activity("c9", NOW, "Paid", 1250, 0, 0, SourceKind.TRANSACTION));
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

    private static byte[] framed(int id, SpecificRecordBase record) {
        return FramedRecords.registered(id, record.getClass()).bytes(record);
    }
}
