package holdfast.flink.wire;

import static holdfast.flink.wire.TestingAlerts.DETECTED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.schemas.v1.AlertStatus;
import holdfast.schemas.v1.AlertTrigger;
import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.ClosedBy;
import holdfast.schemas.v1.PolicyState;
import holdfast.schemas.v1.ReasonScale;
import holdfast.schemas.v1.RetentionAlert;
import holdfast.schemas.v1.RiskBand;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AvroEncoderTest {
    private final AvroEncoder encoder = new AvroEncoder();

    @Test
    void writesAnAlertWithMoneyInMinorUnits() throws Exception {
        RetentionAlert alert = alert(encoder.alert(TestingAlerts.opened(), DETECTED_AT));

        assertThat(alert.getAlertId()).isEqualTo("00112233445566778899aabbccddeeff");
        assertThat(alert.getSequence()).isEqualTo(1);
        assertThat(alert.getValueMinor()).isEqualTo(30140);
        assertThat(alert.getValueAtRiskMinor()).isEqualTo(21399);
        assertThat(alert.getPercentile()).isEqualTo(94);
        assertThat(alert.getBand()).isEqualTo(RiskBand.HIGH);
        assertThat(alert.getProbability()).isEqualTo(.7123456789);
        assertThat(alert.getDetectedAt()).isEqualTo(Instant.ofEpochMilli(DETECTED_AT));
        assertThat(alert.getUsualGapDays()).isEqualTo(9);
        assertThat(alert.getClosedBy()).isNull();
        assertThat(alert.getReasons()).hasSize(1);
        assertThat(alert.getReasons().get(0).getCode()).isEqualTo("LEFT_ALREADY");
        assertThat(alert.getText()).isEqualTo("silent 23 days; used to come every 9 days");
    }

    @Test
    void leavesOutWhatIsUnknown() throws Exception {
        RetentionAlert alert =
                alert(encoder.alert(TestingAlerts.openedForAStranger(), DETECTED_AT));

        assertThat(alert.getPercentile()).isNull();
        assertThat(alert.getUsualGapDays()).isNull();
    }

    @Test
    void saysWhatEndedAnAlert() throws Exception {
        assertThat(alert(encoder.alert(TestingAlerts.recovered(), DETECTED_AT)).getClosedBy())
                .isEqualTo(ClosedBy.ACTIVITY);
    }

    @Test
    void writesAScore() throws Exception {
        EncodedRecord record = encoder.score(TestingAlerts.score());

        ChurnScore score = ChurnScore.getDecoder().decode(value(record));
        assertThat(score.getScoredAt()).isEqualTo(Instant.ofEpochMilli(TestingAlerts.OPENED_AT));
        assertThat(score.getOutcomes().get(0).getCrossesAt())
                .isEqualTo(Instant.ofEpochMilli(TestingAlerts.OPENED_AT + TestingAlerts.DAY));
        assertThat(score.getOutcomes().get(1).getCrossesAt()).isNull();
        assertThat(score.getPolicies().get(0).getState()).isEqualTo(PolicyState.HELD);
        assertThat(score.getPolicies().get(0).getGates().get(0).getPassed()).isFalse();
        assertThat(score.getPolicies().get(0).getNextAt()).isNull();
    }

    /** The schemas have one word more, for what readers do not know yet. */
    @Test
    void knowsAWordForEverythingThatTheCoreCanSay() {
        assertThat(names(AlertStatus.values()))
                .isEqualTo("UNKNOWN " + names(holdfast.core.alert.AlertStatus.values()));
        assertThat(names(AlertTrigger.values()))
                .isEqualTo("UNKNOWN " + names(holdfast.core.alert.AlertTrigger.values()));
        assertThat(names(RiskBand.values()))
                .isEqualTo("UNKNOWN " + names(holdfast.core.playbook.RiskBand.values()));
        assertThat(names(PolicyState.values()))
                .isEqualTo("UNKNOWN " + names(ScoreReport.State.values()));
        assertThat(names(ReasonScale.values()))
                .isEqualTo("UNKNOWN " + names(Reason.Scale.values()));
        assertThat(names(ClosedBy.values()))
                .isEqualTo(
                        names(holdfast.core.alert.ClosedBy.values()).replace("NOTHING", "UNKNOWN"));
    }

    private static String names(Enum<?>[] values) {
        return String.join(" ", Stream.of(values).map(Enum::name).toList());
    }

    private static RetentionAlert alert(EncodedRecord record) throws IOException {
        return RetentionAlert.getDecoder().decode(value(record));
    }

    private static byte[] value(EncodedRecord record) {
        byte[] value = record.value();
        assertThat(value).isNotNull();
        return value == null ? new byte[0] : value;
    }
}
