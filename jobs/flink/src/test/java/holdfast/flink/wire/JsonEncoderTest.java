package holdfast.flink.wire;

import static holdfast.flink.wire.TestingAlerts.DETECTED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonEncoderTest {
    /** What consumers rely on: names, order, units. */
    private static final String OPENED =
            """
            {"alert_id":"00112233445566778899aabbccddeeff","sequence":1,"status":"OPENED",\
            "trigger":"SILENCE","policy":"save-the-best","policy_id":1,"outcome":"lapse",\
            "playbook":"ecommerce","playbook_version":3,"model_version":"default",\
            "customer_id":"c-1","probability":0.712346,"threshold":0.6,"band":"HIGH",\
            "percentile":94.0,"value":301.40,"value_at_risk":213.99,"currency":"EUR",\
            "occurred_at":"2024-03-01T12:00:00Z","opened_at":"2024-03-01T12:00:00Z",\
            "detected_at":"2024-03-01T12:00:00.041Z","last_activity_at":"2024-02-07T12:00:00Z",\
            "silent_days":23.0,"usual_gap_days":9.0,"probability_if_active":0.44,\
            "valid_until":"2024-04-30T12:00:00Z","opening_list":false,\
            "reasons":[{"code":"LEFT_ALREADY","family":"ENGAGEMENT","contribution":0.51,\
            "scale":"PROBABILITY","evidence":"silent 23.0 days; used to come every 9.0"}],\
            "text":"silent 23 days; used to come every 9 days"}""";

    private static final String SCORE =
            """
            {"customer_id":"c-1","scored_at":"2024-03-01T12:00:00Z","playbook":"ecommerce",\
            "playbook_version":3,"model_version":"default","percentile":94.0,"value":301.40,\
            "value_at_risk":213.99,"currency":"EUR","outcomes":[{"outcome":"lapse",\
            "probability":0.71,"band":"HIGH","crosses_at":"2024-03-02T12:00:00Z",\
            "next_band":"CRITICAL","reasons":[{"code":"LEFT_ALREADY","family":"ENGAGEMENT",\
            "contribution":0.51,"scale":"PROBABILITY",\
            "evidence":"silent 23.0 days; used to come every 9.0"}]},{"outcome":"cancel",\
            "probability":0.1,"band":"LOW","next_band":"LOW","reasons":[]}],\
            "policies":[{"policy_id":1,"policy":"save-the-best","state":"HELD","threshold":0.6,\
            "gates":[{"name":"VALUE_GATE","passed":false,"evidence":"top 31 %"}],\
            "next":"the gates are asked again"}]}""";

    private final JsonEncoder encoder = new JsonEncoder();

    @Test
    void writesAnAlertInAFixedOrder() {
        EncodedRecord record = encoder.alert(TestingAlerts.opened(), DETECTED_AT);

        assertThat(text(record)).isEqualTo(OPENED);
        assertThat(record.kind()).isEqualTo(EncodedRecord.Kind.ALERT);
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("c-1");
        assertThat(record.timestampMillis()).isEqualTo(TestingAlerts.OPENED_AT);
    }

    @Test
    void repeatsAnAlertWordForWordButForTheTimeOfDetection() {
        String first = text(encoder.alert(TestingAlerts.opened(), DETECTED_AT));
        String second = text(encoder.alert(TestingAlerts.opened(), DETECTED_AT + 5_000));

        assertThat(second.replace("12:00:05.041Z", "12:00:00.041Z")).isEqualTo(first);
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertThat(text(encoder.alert(TestingAlerts.openedForAStranger(), DETECTED_AT)))
                .doesNotContain("percentile", "usual_gap_days", "closed_by", "null", "NaN")
                .contains("\"text\":\"silent 23 days; came once so far\"");
    }

    @Test
    void saysWhatEndedAnAlert() {
        assertThat(text(encoder.alert(TestingAlerts.recovered(), DETECTED_AT)))
                .contains(
                        "\"status\":\"RECOVERED\"",
                        "\"closed_by\":\"ACTIVITY\"",
                        "\"text\":\"returned after 3 days on the list\"");
    }

    @Test
    void writesAScoreInAFixedOrder() {
        EncodedRecord record = encoder.score(TestingAlerts.score());

        assertThat(text(record)).isEqualTo(SCORE);
        assertThat(record.kind()).isEqualTo(EncodedRecord.Kind.SCORE);
        assertThat(record.timestampMillis()).isEqualTo(TestingAlerts.OPENED_AT);
    }

    private static String text(EncodedRecord record) {
        assertThat(record.value()).isNotNull();
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
