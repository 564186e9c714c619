package holdfast.app.bootstrap;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.csv.EventLog;
import holdfast.app.tail.AlertMessage;
import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.Reason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.playbook.Policy;
import holdfast.core.score.LinearScorer;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.JsonEncoder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Who is at risk already when the service goes live, the greatest expected loss first.
 *
 * <p>It is what the engine itself would send at that instant if it did not spread the list over the
 * warm-up: the same lines, gates and words. Immutable.
 */
final class OpeningList {

    private static final Comparator<Alert> BY_EXPECTED_LOSS =
            Comparator.<Alert>comparingLong(alert -> -alert.worth().valueAtRiskMinor())
                    .thenComparing(alert -> -alert.risk().probability())
                    .thenComparing(Alert::customerId)
                    .thenComparing(alert -> alert.decidedBy().policyId());

    private final List<Alert> alerts;

    private OpeningList(List<Alert> alerts) {
        this.alerts = alerts;
    }

    /**
     * The list of a history.
     *
     * @param log of what was before the live instant
     * @param guidance whose settings name that instant, and no warm-up
     */
    static OpeningList of(EventLog log, Guidance guidance) {
        Opened opened = new Opened();
        Replay replay = new Replay(guidance, opened);
        for (int event = 0; event < log.size(); event++) {
            replay.accept(log.activity(event));
        }
        replay.settle(guidance.settings().liveFromMillis());
        List<Alert> alerts = opened.alerts;
        alerts.sort(BY_EXPECTED_LOSS);
        return new OpeningList(List.copyOf(alerts));
    }

    /** How many alerts stand on it. */
    int size() {
        return alerts.size();
    }

    /** Writes the first of it, one alert a row, money in the currency's major unit. */
    void write(Path file, int rows) throws IOException {
        JsonEncoder encoder = new JsonEncoder();
        JsonFactory json = new JsonFactory();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "rank,customer_id,policy,risk,value,expected_loss,currency,silence,reason,"
                            + "risk_if_active\n");
            for (int rank = 1; rank <= Math.min(rows, alerts.size()); rank++) {
                Alert alert = alerts.get(rank - 1);
                EncodedRecord encoded = encoder.alert(alert, alert.occurredAtMillis());
                AlertMessage message =
                        AlertMessage.read(json, requireNonNull(encoded.value())).orElseThrow();
                out.write(rank + "," + row(alert, message) + "\n");
            }
        }
    }

    private static String row(Alert alert, AlertMessage message) {
        return String.join(
                ",",
                quoted(alert.customerId()),
                quoted(alert.decidedBy().policy()),
                share(alert.risk().probability()),
                amount(message.number("value")),
                amount(message.number("value_at_risk")),
                message.text("currency"),
                quoted(message.text("text")),
                quoted(firstReason(alert.reasons())),
                share(alert.risk().probabilityIfActive()));
    }

    /** What of the customer's own makes up most of the risk. */
    private static String firstReason(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.contribution() > 0)
                .filter(reason -> !reason.code().equals(LinearScorer.BASELINE))
                .max(Comparator.comparingDouble(Reason::contribution))
                .map(Reason::evidence)
                .orElse("");
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String amount(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static final class Opened implements Decisions {

        private final List<Alert> alerts = new ArrayList<>();

        @Override
        public void alert(Alert alert) {
            if (alert.status() == AlertStatus.OPENED) {
                alerts.add(alert);
            }
        }

        @Override
        public void score(ScoreReport report) {}

        @Override
        public void held(Policy policy, HoldReason reason) {}

        @Override
        public void forgotten(String customerId) {}

        @Override
        public boolean learnsFrom(long customerKey) {
            return false;
        }
    }
}
