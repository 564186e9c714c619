package holdfast.flink.wire;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.alert.Worth;
import holdfast.core.playbook.RiskBand;
import java.util.List;

/** One alert and one score, with every part filled. */
final class TestingAlerts {
    static final long DAY = 86_400_000L;
    static final long OPENED_AT = TestingWire.NOW;
    static final long DETECTED_AT = OPENED_AT + 41;

    static final Reason REASON =
            new Reason(
                    "LEFT_ALREADY",
                    "ENGAGEMENT",
                    0.51,
                    Reason.Scale.PROBABILITY,
                    "silent 23.0 days; used to come every 9.0");

    private TestingAlerts() {}

    static Alert opened() {
        return alert(AlertStatus.OPENED, 1, OPENED_AT, ClosedBy.NOTHING, .06, 9 * DAY);
    }

    /** Opened for a customer who came once, before any population was published. */
    static Alert openedForAStranger() {
        return alert(AlertStatus.OPENED, 1, OPENED_AT, ClosedBy.NOTHING, Double.NaN, 0);
    }

    static Alert recovered() {
        return alert(
                AlertStatus.RECOVERED, 2, OPENED_AT + 3 * DAY, ClosedBy.ACTIVITY, .06, 9 * DAY);
    }

    static ScoreReport score() {
        return new ScoreReport(
                "c-1",
                OPENED_AT,
                "ecommerce",
                3,
                "default",
                new Worth(30140, 21399, "EUR", .06),
                List.of(
                        new ScoreReport.OutcomeScore(
                                "lapse",
                                .71,
                                RiskBand.HIGH,
                                OPENED_AT + DAY,
                                RiskBand.CRITICAL,
                                List.of(REASON)),
                        new ScoreReport.OutcomeScore(
                                "cancel",
                                .1,
                                RiskBand.LOW,
                                ScoreReport.NEVER,
                                RiskBand.LOW,
                                List.of())),
                List.of(
                        new ScoreReport.PolicyReview(
                                1,
                                "save-the-best",
                                ScoreReport.State.HELD,
                                .6,
                                List.of(new ScoreReport.Gate("VALUE_GATE", false, "top 31 %")),
                                "the gates are asked again",
                                ScoreReport.NEVER)));
    }

    private static Alert alert(
            AlertStatus status,
            int sequence,
            long occurredAtMillis,
            ClosedBy closedBy,
            double topShare,
            long usualGapMillis) {
        return new Alert(
                "00112233445566778899aabbccddeeff",
                sequence,
                status,
                AlertTrigger.SILENCE,
                "c-1",
                new Alert.DecidedBy(1, "save-the-best", "lapse", "ecommerce", 3, "default"),
                new Alert.Risk(.7123456789, .6, RiskBand.HIGH, .44),
                new Worth(30140, 21399, "EUR", topShare),
                new Alert.Silence(OPENED_AT - 23 * DAY, 23 * DAY, usualGapMillis, 12),
                occurredAtMillis,
                OPENED_AT,
                OPENED_AT + 60 * DAY,
                false,
                closedBy,
                List.of(REASON));
    }
}
