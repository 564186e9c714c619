package holdfast.flink.wire;

import holdfast.core.alert.Alert;
import holdfast.core.alert.ScoreReport;
import holdfast.core.alert.Worth;
import holdfast.core.playbook.RiskBand;
import holdfast.schemas.v1.AlertStatus;
import holdfast.schemas.v1.AlertTrigger;
import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.ClosedBy;
import holdfast.schemas.v1.OutcomeScore;
import holdfast.schemas.v1.PolicyGate;
import holdfast.schemas.v1.PolicyReview;
import holdfast.schemas.v1.PolicyState;
import holdfast.schemas.v1.Reason;
import holdfast.schemas.v1.ReasonScale;
import holdfast.schemas.v1.RetentionAlert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes alerts and scores as Avro records of {@code holdfast.schemas.v1}, in a given frame. */
public final class AvroEncoder implements Encoder {

    private final FramedRecords alerts;
    private final FramedRecords scores;

    /** Frames every record as Avro single-object. */
    public AvroEncoder() {
        this(
                FramedRecords.singleObject(RetentionAlert.class),
                FramedRecords.singleObject(ChurnScore.class));
    }

    /** With the frames of alerts and of scores. */
    AvroEncoder(FramedRecords alerts, FramedRecords scores) {
        this.alerts = alerts;
        this.scores = scores;
    }

    @Override
    public EncodedRecord alert(Alert alert, long detectedAtMillis) {
        return EncodedRecord.alert(
                alert.customerId(),
                alert.occurredAtMillis(),
                MessageName.of(alert),
                alerts.bytes(message(alert, detectedAtMillis)));
    }

    @Override
    public EncodedRecord score(ScoreReport report) {
        return EncodedRecord.score(
                report.customerId(), report.asOfMillis(), scores.bytes(message(report)));
    }

    private static RetentionAlert message(Alert alert, long detectedAtMillis) {
        RetentionAlert message = new RetentionAlert();
        message.setAlertId(alert.alertId());
        message.setSequence(alert.sequence());
        message.setStatus(AlertStatus.valueOf(alert.status().name()));
        message.setTrigger(AlertTrigger.valueOf(alert.trigger().name()));
        message.setCustomerId(alert.customerId());
        message.setOccurredAt(Instant.ofEpochMilli(alert.occurredAtMillis()));
        message.setOpenedAt(Instant.ofEpochMilli(alert.openedAtMillis()));
        message.setDetectedAt(Instant.ofEpochMilli(detectedAtMillis));
        message.setValidUntil(Instant.ofEpochMilli(alert.validUntilMillis()));
        message.setOpeningList(alert.openingList());
        message.setClosedBy(closedBy(alert));
        message.setReasons(reasons(alert.reasons()));
        message.setText(AlertSentence.of(alert));
        decision(message, alert.decidedBy(), alert.risk());
        worth(message, alert.worth());
        silence(message, alert.silence());
        return message;
    }

    private static void decision(RetentionAlert message, Alert.DecidedBy by, Alert.Risk risk) {
        message.setPolicy(by.policy());
        message.setPolicyId(by.policyId());
        message.setOutcome(by.outcome());
        message.setPlaybook(by.playbook());
        message.setPlaybookVersion(by.playbookVersion());
        message.setModelVersion(by.modelVersion());
        message.setProbability(risk.probability());
        message.setThreshold(risk.threshold());
        message.setBand(band(risk.band()));
        message.setProbabilityIfActive(risk.probabilityIfActive());
    }

    private static void worth(RetentionAlert message, Worth worth) {
        message.setValueMinor(worth.valueMinor());
        message.setValueAtRiskMinor(worth.valueAtRiskMinor());
        message.setCurrency(worth.currency());
        message.setPercentile(percentile(worth));
    }

    private static void silence(RetentionAlert message, Alert.Silence silence) {
        message.setLastActivityAt(Instant.ofEpochMilli(silence.lastActivityMillis()));
        message.setSilentDays(Figures.days(silence.silentMillis()));
        message.setUsualGapDays(
                silence.usualGapMillis() == 0 ? null : Figures.days(silence.usualGapMillis()));
    }

    private static ChurnScore message(ScoreReport report) {
        ChurnScore message = new ChurnScore();
        message.setCustomerId(report.customerId());
        message.setScoredAt(Instant.ofEpochMilli(report.asOfMillis()));
        message.setPlaybook(report.playbook());
        message.setPlaybookVersion(report.playbookVersion());
        message.setModelVersion(report.modelVersion());
        message.setValueMinor(report.worth().valueMinor());
        message.setValueAtRiskMinor(report.worth().valueAtRiskMinor());
        message.setCurrency(report.worth().currency());
        message.setPercentile(percentile(report.worth()));
        message.setOutcomes(report.outcomes().stream().map(AvroEncoder::outcome).toList());
        message.setPolicies(report.policies().stream().map(AvroEncoder::policy).toList());
        return message;
    }

    private static OutcomeScore outcome(ScoreReport.OutcomeScore outcome) {
        return new OutcomeScore(
                outcome.outcome(),
                outcome.probability(),
                band(outcome.band()),
                future(outcome.crossesAtMillis()),
                band(outcome.nextBand()),
                reasons(outcome.reasons()));
    }

    private static PolicyReview policy(ScoreReport.PolicyReview policy) {
        return new PolicyReview(
                policy.policyId(),
                policy.policy(),
                PolicyState.valueOf(policy.state().name()),
                policy.threshold(),
                policy.gates().stream()
                        .map(gate -> new PolicyGate(gate.name(), gate.passed(), gate.evidence()))
                        .toList(),
                policy.next(),
                future(policy.nextAtMillis()));
    }

    private static List<Reason> reasons(List<holdfast.core.alert.Reason> reasons) {
        return reasons.stream()
                .map(
                        reason ->
                                new Reason(
                                        reason.code(),
                                        reason.family(),
                                        reason.contribution(),
                                        ReasonScale.valueOf(reason.scale().name()),
                                        reason.evidence()))
                .toList();
    }

    private static @Nullable ClosedBy closedBy(Alert alert) {
        return alert.closedBy() == holdfast.core.alert.ClosedBy.NOTHING
                ? null
                : ClosedBy.valueOf(alert.closedBy().name());
    }

    private static @Nullable Double percentile(Worth worth) {
        return Double.isNaN(worth.topShare()) ? null : Figures.percentile(worth.topShare());
    }

    private static @Nullable Instant future(long millis) {
        return millis == ScoreReport.NEVER ? null : Instant.ofEpochMilli(millis);
    }

    private static holdfast.schemas.v1.RiskBand band(RiskBand band) {
        return holdfast.schemas.v1.RiskBand.valueOf(band.name());
    }
}
