package holdfast.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AlertTextTest {

    private static final String OPENED =
            """
            {"status": "OPENED", "customer_id": "c-10482", "probability": 0.712,
             "value_at_risk": 214.10, "currency": "EUR", "percentile": 94.2, "silent_days": 23.1,
             "usual_gap_days": 9.2, "probability_if_active": 0.18, "closed_by": null,
             "reasons": [{"code": "SILENT", "evidence": ["not", "flat"]}]}
            """;

    private final AlertText plain = new AlertText(false);

    @Test
    void opensWithRiskMoneyAndTheWayBack() {
        assertThat(plain.lines(read(OPENED)))
                .isEqualTo(
                        """
                        ▲ OPENED     c-10482  risk 71 %  value at risk €214  top 6 %
                                     silent 23 days; used to come every 9 days
                                     way back: if active now, the risk is 18 %""");
    }

    @Test
    void usesTheWordsOfTheMessageWhereItHasSome() {
        String alert = OPENED.replace("\"closed_by\"", "\"text\": \"Rarely this quiet.\", \"x\"");

        assertThat(plain.lines(read(alert)))
                .contains("Rarely this quiet.")
                .doesNotContain("silent 23 days");
    }

    @Test
    void leavesOutTheRankWhileNoPopulationIsKnown() {
        String alert = OPENED.replace("\"percentile\": 94.2,", "");

        assertThat(plain.lines(read(alert))).doesNotContain("top");
    }

    @Test
    void saysHowAnAlertEnded() {
        String alert =
                """
                {"status": "RECOVERED", "customer_id": "c-09917", "closed_by": "ACTIVITY"}
                """;

        assertThat(plain.lines(read(alert))).isEqualTo("▼ RECOVERED  c-09917 returned");
    }

    @Test
    void namesThePolicySoThatTwoAlertsAboutOneCustomerAreToldApart() {
        String opened = OPENED.replace("\"closed_by\"", "\"policy\": \"everyone\", \"closed_by\"");
        String recovered =
                """
                {"status": "RECOVERED", "customer_id": "c-1", "policy": "everyone",
                 "closed_by": "ACTIVITY"}
                """;

        assertThat(plain.lines(read(opened))).contains("  top 6 %  (everyone)\n");
        assertThat(plain.lines(read(recovered))).isEqualTo("▼ RECOVERED  c-1 returned  (everyone)");
    }

    @Test
    void coloursOnlyWhatWordsSayToo() {
        String coloured = new AlertText(true).lines(read(OPENED));

        assertThat(coloured).contains("\u001b[33m▲ OPENED    \u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(plain.lines(read(OPENED)));
    }

    @Test
    void bytesThatAreNoObjectAreNoMessage() {
        assertThat(AlertMessage.read(new JsonFactory(), new byte[] {(byte) 0xC3, 1})).isEmpty();
        assertThat(AlertMessage.read(new JsonFactory(), new byte[0])).isEmpty();
    }

    private static AlertMessage read(String json) {
        return AlertMessage.read(new JsonFactory(), json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
