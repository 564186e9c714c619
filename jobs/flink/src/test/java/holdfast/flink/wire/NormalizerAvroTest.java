package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.NOW;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.avro;
import static holdfast.flink.wire.TestingWire.avroEvent;
import static holdfast.flink.wire.TestingWire.normalizer;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import holdfast.schemas.v1.CustomerEvent;
import holdfast.schemas.v1.CustomerProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class NormalizerAvroTest {
    private static final int HEADER_BYTES = 10;

    @Test
    void readsAnEvent() {
        Arrival arrival =
                read(avroEvent().setRefersToTime(Instant.parse("2024-02-01T00:00:00Z")).build());

        assertThat(arrival.activity())
                .isEqualTo(
                        new Activity(
                                "c1",
                                Instant.parse("2024-03-01T11:00:00Z").toEpochMilli(),
                                "Order Completed",
                                1250,
                                Instant.parse("2024-02-01T00:00:00Z").toEpochMilli(),
                                Hashes.hash64("m1"),
                                SourceKind.CLICKSTREAM));
    }

    @Test
    void readsAnEventOfWhichOnlyTheNeedfulIsGiven() {
        Activity activity =
                read(CustomerEvent.newBuilder()
                                .setCustomerId("Jürgen😀")
                                .setEventName("visit")
                                .setEventTime(Instant.ofEpochMilli(NOW))
                                .build())
                        .activity();

        assertThat(activity)
                .isEqualTo(new Activity("Jürgen😀", NOW, "visit", 0, 0, 0, SourceKind.CLICKSTREAM));
    }

    @Test
    void givesAvroAndJsonTheSameMeaning() {
        Arrival json =
                TestingWire.event(
                        """
                        {'customer_id':'c1','event_name':'Order Completed','amount':12.50,
                         'event_time':'2024-03-01T11:00:00Z','message_id':'m1','currency':'EUR'}""");

        assertThat(read(avroEvent().build())).isEqualTo(json);
    }

    @Test
    void appliesTheSameChecksAsToJson() {
        assertThat(read(avroEvent().setCustomerId(null).build()).kind())
                .isEqualTo(Arrival.Kind.UNIDENTIFIED);
        assertThat(read(avroEvent().setCurrency("USD").build()).reason())
                .isEqualTo(RejectReason.OTHER_CURRENCY);
        assertThat(read(avroEvent().setAmountMinor(Long.MIN_VALUE).build()).reason())
                .isEqualTo(RejectReason.AMOUNT_OUT_OF_RANGE);
        assertThat(read(avroEvent().setAmountMinor(-1L).build()).bytes()).isNotEmpty();
        assertThat(
                        read(avroEvent().setEventTime(Instant.ofEpochMilli(NOW / 1000)).build())
                                .reason())
                .isEqualTo(RejectReason.TIME_IN_SECONDS);
        assertThat(read(avroEvent().setEventTime(Instant.EPOCH).build()).reason())
                .isEqualTo(RejectReason.TIME_TOO_OLD);
        assertThat(read(avroEvent().setEventName("").build()).reason())
                .isEqualTo(RejectReason.NO_EVENT_NAME);
        assertThat(read(avroEvent().setCustomerId("c".repeat(129)).build()).reason())
                .isEqualTo(RejectReason.CUSTOMER_ID_TOO_LONG);
    }

    @Test
    void refusesASchemaThatItDoesNotKnow() {
        byte[] value = avro(avroEvent().build());
        value[5]++;

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, value).reason())
                .isEqualTo(RejectReason.UNKNOWN_SCHEMA);
    }

    @Test
    void refusesARecordOfAnotherTopic() {
        byte[] profile =
                avro(
                        CustomerProfile.newBuilder()
                                .setCustomerId("c1")
                                .setEventTime(Instant.ofEpochMilli(NOW))
                                .build());

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, profile).reason())
                .isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(normalizer(SourceKind.PROFILE).arrival(ORIGIN, profile).kind())
                .isEqualTo(Arrival.Kind.ACTIVITY);
    }

    @Test
    void refusesARecordThatIsCutOffAnywhere() {
        byte[] value = avro(avroEvent().build());
        Normalizer normalizer = normalizer(SourceKind.CLICKSTREAM);

        for (int length = 2; length < value.length; length++) {
            Arrival arrival = normalizer.arrival(ORIGIN, Arrays.copyOf(value, length));

            assertThat(arrival.reason()).isEqualTo(RejectReason.BROKEN_AVRO);
        }
        assertThat(normalizer.arrival(ORIGIN, value).kind()).isEqualTo(Arrival.Kind.ACTIVITY);
    }

    @Test
    void refusesBytesAfterTheRecord() {
        byte[] value = avro(avroEvent().build());

        assertThat(
                        normalizer(SourceKind.CLICKSTREAM)
                                .arrival(ORIGIN, Arrays.copyOf(value, value.length + 1))
                                .reason())
                .isEqualTo(RejectReason.BROKEN_AVRO);
    }

    @Test
    void believesNoLengthThatTheRecordCannotHold() {
        byte[] value = Arrays.copyOf(avro(avroEvent().build()), HEADER_BYTES + 8);
        value[HEADER_BYTES] = 2;
        // A customer id of two thousand million characters, in a record of eighteen bytes.
        for (int i = 1; i < 5; i++) {
            value[HEADER_BYTES + i] = (byte) 0xFE;
        }
        value[HEADER_BYTES + 5] = 0x0F;

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, value).reason())
                .isEqualTo(RejectReason.BROKEN_AVRO);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] value = avro(avroEvent().setCustomerId("cü").build());
        value[HEADER_BYTES + 3] = (byte) 0xFF;

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, value).reason())
                .isEqualTo(RejectReason.BROKEN_AVRO);
    }

    @Test
    void resolvesARecordOfAnotherVersionOfTheSchema() throws Exception {
        Schema newest = CustomerEvent.getClassSchema();
        Schema written = withoutCurrencyAndWithMoreFields(newest);
        GenericRecord record = new GenericData.Record(written);
        record.put("extra_first", List.of("a", "b"));
        record.put("customer_id", "c1");
        record.put("event_name", "visit");
        record.put("event_time", NOW);
        record.put("attributes", Map.of("k", "v"));
        record.put("extra_last", 3.5);
        RawFields raw = new RawFields();

        new AvroFields(newest, List.of(newest, written)).read(encoded(record), raw);

        assertThat(raw.text(Role.CUSTOMER)).isEqualTo("c1");
        assertThat(raw.whole(Role.TIME)).isEqualTo(NOW);
        assertThat(raw.shape(Role.CURRENCY)).isEqualTo(RawFields.Shape.ABSENT);
    }

    private static Arrival read(CustomerEvent event) {
        return normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, avro(event));
    }

    private static Schema withoutCurrencyAndWithMoreFields(Schema newest) {
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(
                new Schema.Field(
                        "extra_first", Schema.createArray(Schema.create(Schema.Type.STRING))));
        for (Schema.Field field : newest.getFields()) {
            if (!field.name().equals("currency")) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        fields.add(new Schema.Field("extra_last", Schema.create(Schema.Type.DOUBLE)));
        return Schema.createRecord(newest.getName(), "", newest.getNamespace(), false, fields);
    }

    private static byte[] encoded(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), record.getSchema())
                .encode(record, out);
        return out.toByteArray();
    }
}
