package holdfast.app.contract;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.alert.Worth;
import holdfast.core.bytes.Hashes;
import holdfast.core.playbook.RiskBand;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Alerts and scores as the engine decides them: one with everything, one with the least. */
public final class TestingMessages {

    public static final long OPENED_AT = Instant.parse("2026-05-26T09:30:00Z").toEpochMilli();

    private static final long DAY = 86_400_000L;
    private static final Reason REASON =
            new Reason(
                    "LEFT_ALREADY",
                    "ENGAGEMENT",
                    .51,
                    Reason.Scale.PROBABILITY,
                    "silent 23.0 days; used to come every 9.0");

    private TestingMessages() {}

    /** The alert's first message. */
    public static Alert opened(String customer) {
        return alert(customer, AlertStatus.OPENED, 1, ClosedBy.NOTHING);
    }

    /** The alert's second message. */
    public static Alert ended(String customer, AlertStatus status, ClosedBy closedBy) {
        return alert(customer, status, 2, closedBy);
    }

    /** An alert about somebody who came once, while no population is known. */
    public static Alert ofStranger(String customer) {
        Alert full = opened(customer);
        return new Alert(
                full.alertId(),
                1,
                AlertStatus.OPENED,
                AlertTrigger.SILENCE,
                customer,
                full.decidedBy(),
                full.risk(),
                new Worth(0, 0, "EUR", Double.NaN),
                new Alert.Silence(OPENED_AT - 23 * DAY, 23 * DAY, 0, 1),
                OPENED_AT,
                OPENED_AT,
                OPENED_AT + 60 * DAY,
                true,
                ClosedBy.NOTHING,
                List.of());
    }

    /** A score with every field that a score can have. */
    public static ScoreReport score(String customer) {
        return new ScoreReport(
                customer,
                OPENED_AT,
                "ecommerce",
                3,
                "default",
                new Worth(30_140, 21_399, "EUR", .06),
                List.of(
                        new ScoreReport.OutcomeScore(
                                "lapse",
                                .71,
                                RiskBand.HIGH,
                                OPENED_AT + DAY,
                                RiskBand.CRITICAL,
                                List.of(REASON))),
                List.of(
                        new ScoreReport.PolicyReview(
                                1,
                                "save-the-best",
                                ScoreReport.State.HELD,
                                .6,
                                List.of(new ScoreReport.Gate("VALUE_GATE", false, "top 31 %")),
                                "the gates are asked again",
                                OPENED_AT + DAY)));
    }

    /** A score with the fewest fields that a score can have. */
    public static ScoreReport scoreOfStranger(String customer) {
        return new ScoreReport(
                customer,
                OPENED_AT,
                "ecommerce",
                3,
                "default",
                new Worth(0, 0, "EUR", Double.NaN),
                List.of(
                        new ScoreReport.OutcomeScore(
                                "lapse",
                                .1,
                                RiskBand.LOW,
                                ScoreReport.NEVER,
                                RiskBand.LOW,
                                List.of())),
                List.of(
                        new ScoreReport.PolicyReview(
                                1,
                                "save-the-best",
                                ScoreReport.State.WATCHING,
                                .6,
                                List.of(),
                                "",
                                ScoreReport.NEVER)));
    }

    /** The name of a customer's alert. */
    public static String alertId(String customer) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(Hashes.hash64(customer))
                + hex.toHexDigits(Hashes.hash64(customer, 1));
    }

    private static Alert alert(
            String customer, AlertStatus status, int sequence, ClosedBy closedBy) {
        return new Alert(
                alertId(customer),
                sequence,
                status,
                AlertTrigger.SILENCE,
                customer,
                new Alert.DecidedBy(1, "save-the-best", "lapse", "ecommerce", 3, "default"),
                new Alert.Risk(.71, .6, RiskBand.HIGH, .44),
                new Worth(30_140, 21_399, "EUR", .06),
                new Alert.Silence(OPENED_AT - 23 * DAY, 23 * DAY, 9 * DAY, 12),
                OPENED_AT + (sequence - 1) * 3L * DAY,
                OPENED_AT,
                OPENED_AT + 60 * DAY,
                false,
                closedBy,
                List.of(REASON));
    }
}
