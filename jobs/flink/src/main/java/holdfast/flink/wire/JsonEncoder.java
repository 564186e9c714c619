package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import holdfast.core.alert.Alert;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.alert.Worth;
import java.util.Currency;
import java.util.List;

/**
 * Writes alerts and scores as JSON: flat where it can be, times in ISO-8601 UTC, money in major
 * units, fields in a fixed order. The field names are those of the Avro schemas.
 */
public final class JsonEncoder implements Encoder {
    private final JsonFactory json =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    @Override
    public EncodedRecord alert(Alert alert, long detectedAtMillis) {
        Alert.DecidedBy decidedBy = alert.decidedBy();
        JsonRecord out = new JsonRecord(json);
        out.text("alert_id", alert.alertId())
                .whole("sequence", alert.sequence())
                .text("status", alert.status().name())
                .text("trigger", alert.trigger().name())
                .text("policy", decidedBy.policy())
                .whole("policy_id", decidedBy.policyId())
                .text("outcome", decidedBy.outcome())
                .text("playbook", decidedBy.playbook())
                .whole("playbook_version", decidedBy.playbookVersion())
                .text("model_version", decidedBy.modelVersion())
                .text("customer_id", alert.customerId())
                .fraction("probability", alert.risk().probability())
                .fraction("threshold", alert.risk().threshold())
                .text("band", alert.risk().band().name());
        worth(out, alert.worth());
        out.instant("occurred_at", alert.occurredAtMillis())
                .instant("opened_at", alert.openedAtMillis())
                .instant("detected_at", detectedAtMillis);
        silence(out, alert.silence());
        out.fraction("probability_if_active", alert.risk().probabilityIfActive())
                .instant("valid_until", alert.validUntilMillis())
                .truth("opening_list", alert.openingList())
                .text(
                        "closed_by",
                        alert.closedBy() == ClosedBy.NOTHING ? "" : alert.closedBy().name());
        reasons(out, alert.reasons());
        out.text("text", AlertSentence.of(alert));
        return EncodedRecord.alert(
                alert.customerId(), alert.occurredAtMillis(), MessageName.of(alert), out.toBytes());
    }

    @Override
    public EncodedRecord score(ScoreReport report) {
        JsonRecord out = new JsonRecord(json);
        out.text("customer_id", report.customerId())
                .instant("scored_at", report.asOfMillis())
                .text("playbook", report.playbook())
                .whole("playbook_version", report.playbookVersion())
                .text("model_version", report.modelVersion());
        worth(out, report.worth());
        out.list("outcomes", report.outcomes(), outcome -> outcome(out, outcome));
        out.list("policies", report.policies(), policy -> policy(out, policy));
        return EncodedRecord.score(report.customerId(), report.asOfMillis(), out.toBytes());
    }

    private static void worth(JsonRecord out, Worth worth) {
        Currency currency = Currency.getInstance(worth.currency());
        out.fraction("percentile", Figures.percentile(worth.topShare()))
                .money("value", worth.valueMinor(), currency)
                .money("value_at_risk", worth.valueAtRiskMinor(), currency)
                .text("currency", worth.currency());
    }

    private static void silence(JsonRecord out, Alert.Silence silence) {
        out.instant("last_activity_at", silence.lastActivityMillis())
                .fraction("silent_days", Figures.days(silence.silentMillis()));
        if (silence.usualGapMillis() > 0) {
            out.fraction("usual_gap_days", Figures.days(silence.usualGapMillis()));
        }
    }

    private static void reasons(JsonRecord out, List<Reason> reasons) {
        out.list(
                "reasons",
                reasons,
                reason ->
                        out.text("code", reason.code())
                                .text("family", reason.family())
                                .fraction("contribution", reason.contribution())
                                .text("scale", reason.scale().name())
                                .text("evidence", reason.evidence()));
    }

    private static void outcome(JsonRecord out, ScoreReport.OutcomeScore outcome) {
        out.text("outcome", outcome.outcome())
                .fraction("probability", outcome.probability())
                .text("band", outcome.band().name());
        future(out, "crosses_at", outcome.crossesAtMillis());
        out.text("next_band", outcome.nextBand().name());
        reasons(out, outcome.reasons());
    }

    private static void policy(JsonRecord out, ScoreReport.PolicyReview policy) {
        out.whole("policy_id", policy.policyId())
                .text("policy", policy.policy())
                .text("state", policy.state().name())
                .fraction("threshold", policy.threshold())
                .list(
                        "gates",
                        policy.gates(),
                        gate ->
                                out.text("name", gate.name())
                                        .truth("passed", gate.passed())
                                        .text("evidence", gate.evidence()))
                .text("next", policy.next());
        future(out, "next_at", policy.nextAtMillis());
    }

    private static void future(JsonRecord out, String name, long millis) {
        if (millis != ScoreReport.NEVER) {
            out.instant(name, millis);
        }
    }
}
