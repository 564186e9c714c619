package holdfast.flink.wire;

import static holdfast.flink.wire.TestingAlerts.DETECTED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.alert.Alert;
import holdfast.schemas.v1.RetentionAlert;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ReadableMessagesTest {
    private static final int HEADER_BYTES = 10;

    private final ReadableMessages messages = new ReadableMessages();
    private final Encoder avro = WireFormat.AVRO.encoder();
    private final Encoder json = WireFormat.JSON.encoder();

    @Test
    void saysTheSameOfAnAlertInAvroAsInJson() {
        for (Alert alert :
                new Alert[] {
                    TestingAlerts.opened(),
                    TestingAlerts.openedForAStranger(),
                    TestingAlerts.recovered()
                }) {
            EncodedRecord expected = json.alert(alert, DETECTED_AT);

            assertThat(read(avro.alert(alert, DETECTED_AT))).isEqualTo(text(expected));
            assertThat(read(expected)).isEqualTo(text(expected));
        }
    }

    @Test
    void saysTheSameOfAScoreInAvroAsInJson() {
        assertThat(read(avro.score(TestingAlerts.score())))
                .isEqualTo(text(json.score(TestingAlerts.score())));
    }

    @Test
    void readsARecordInAnotherFrame() {
        byte[] value = bytes(avro.alert(TestingAlerts.opened(), DETECTED_AT));
        Schema writer = RetentionAlert.getClassSchema();

        assertThat(messages.json(writer, value, HEADER_BYTES))
                .hasValueSatisfying(
                        read -> assertThat(messages.json(value).orElseThrow()).isEqualTo(read));
        assertThat(messages.json(Schema.create(Schema.Type.INT), value, 0)).isEmpty();
    }

    @Test
    void readsARegistrysFrameByTheSchemaThatItNames() {
        Encoder registered = new RegisteredAvro(7, 8).encoder();
        TestingSchemas schemas = new TestingSchemas().with(7, RetentionAlert.getClassSchema());
        ReadableMessages asking = new ReadableMessages(schemas);
        byte[] alert = bytes(registered.alert(TestingAlerts.opened(), DETECTED_AT));
        byte[] score = bytes(registered.score(TestingAlerts.score()));

        assertThat(alert).startsWith(0, 0, 0, 0, 7);
        assertThat(score).startsWith(0, 0, 0, 0, 8);
        for (int i = 0; i < 2; i++) {
            assertThat(asking.json(alert))
                    .hasValue(bytes(json.alert(TestingAlerts.opened(), DETECTED_AT)));
        }
        assertThat(schemas.asked()).isEqualTo(1);
        assertThat(asking.json(score)).as("a schema that the registry does not have").isEmpty();
        assertThat(messages.json(alert)).as("without a registry").isEmpty();
    }

    @Test
    void readsNothingFromBytesThatAreNeither() {
        byte[] value = bytes(avro.alert(TestingAlerts.opened(), DETECTED_AT));
        byte[] otherSchema = value.clone();
        otherSchema[5]++;

        assertThat(messages.json(new byte[0])).isEmpty();
        assertThat(messages.json(new byte[] {0, 0, 0, 0, 7, 1, 2, 3, 4, 5, 6})).isEmpty();
        assertThat(messages.json(otherSchema)).isEmpty();
        assertThat(messages.json(Arrays.copyOf(value, value.length + 1))).isEmpty();
        for (int length = 0; length < value.length; length++) {
            assertThat(messages.json(Arrays.copyOf(value, length))).isEmpty();
        }
    }

    private String read(EncodedRecord record) {
        return messages.json(bytes(record))
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse("unreadable");
    }

    private static String text(EncodedRecord record) {
        return new String(bytes(record), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(EncodedRecord record) {
        byte[] value = record.value();
        return value == null ? new byte[0] : value;
    }
}
