package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import holdfast.app.contract.AsyncApi;
import holdfast.app.contract.TestingMessages;
import holdfast.app.contract.TestingQuality;
import holdfast.core.activity.RejectReason;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.ClosedBy;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.QualityEncoder;
import holdfast.flink.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document declares the headers that are really written. */
class AsyncApiHeadersTest {

    private static final String CUSTOMER = "c-10482";
    private static final long NOW = TestingMessages.OPENED_AT;

    private final AsyncApi document = AsyncApi.read();
    private final RecordWriter writer = new RecordWriter(new Topics("", 1, false));
    private final Encoder json = WireFormat.JSON.encoder();

    @Test
    void showsTheHeadersThatAreReallyWritten() {
        assertShown("alert", "opened", json.alert(TestingMessages.opened(CUSTOMER), NOW));
        assertShown(
                "alert",
                "recovered",
                json.alert(
                        TestingMessages.ended(CUSTOMER, AlertStatus.RECOVERED, ClosedBy.ACTIVITY),
                        NOW));
        assertShown("score", "held", json.score(TestingMessages.score(CUSTOMER)));
        assertShown("forgotten", "forgotten", EncodedRecord.tombstone(CUSTOMER, NOW));
        assertShown(
                "quality",
                "learned",
                new QualityEncoder(WireFormat.JSON).encode(TestingQuality.learned()));
        Origin origin = new Origin("clickstream.events.v1", 3, 41, NOW);
        assertShown(
                "refused",
                "broken",
                EncodedRecord.deadLetter(
                        new EncodedRecord.Refused(origin, RejectReason.BROKEN_JSON, "at byte 17"),
                        new byte[0]));
    }

    @ParameterizedTest
    @EnumSource(AlertStatus.class)
    void declaresTheTypeOfEveryStatus(AlertStatus status) {
        JsonNode schema = document.message("alert").get("headers");
        for (WireFormat format : WireFormat.values()) {
            EncodedRecord record =
                    format.encoder()
                            .alert(TestingMessages.ended(CUSTOMER, status, ClosedBy.NOTHING), NOW);

            assertThat(AsyncApi.faults(schema, headers(record))).isEmpty();
        }
        assertThat(schema.at("/properties/ce_type/enum")).hasSize(AlertStatus.values().length);
    }

    private void assertShown(String message, String example, EncodedRecord record) {
        JsonNode written = headers(record);
        List<String> declared = new ArrayList<>();
        document.message(message)
                .at("/headers/required")
                .forEach(name -> declared.add(name.asText()));

        assertThat(document.example(message, example).get("headers")).isEqualTo(written);
        assertThat(written.fieldNames()).toIterable().isEqualTo(declared);
    }

    private JsonNode headers(EncodedRecord record) {
        ObjectNode headers = new ObjectMapper().createObjectNode();
        for (Header header : writer.produced(record).headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
