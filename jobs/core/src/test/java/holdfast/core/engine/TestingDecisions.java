package holdfast.core.engine;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.playbook.Policy;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps every decision. */
public final class TestingDecisions implements Decisions {

    public final List<Alert> alerts = new ArrayList<>();
    public final List<ScoreReport> scores = new ArrayList<>();
    public final List<HoldReason> held = new ArrayList<>();
    public final List<String> forgotten = new ArrayList<>();
    public final List<TrainingRecord> told = new ArrayList<>();

    public boolean learns = true;

    @Override
    public void alert(Alert alert) {
        alerts.add(alert);
    }

    @Override
    public void score(ScoreReport report) {
        scores.add(report);
    }

    @Override
    public void held(Policy policy, HoldReason reason) {
        held.add(reason);
    }

    @Override
    public void forgotten(String customerId) {
        forgotten.add(customerId);
    }

    @Override
    public boolean learnsFrom(long customerKey) {
        return learns;
    }

    @Override
    public void training(TrainingRecord record) {
        told.add(record);
    }

    public List<AlertStatus> statuses() {
        return alerts.stream().map(Alert::status).toList();
    }

    /** Ids, opening instants and last statuses of the alerts that were not retracted. */
    public Set<String> standing() {
        Map<String, Alert> last = new LinkedHashMap<>();
        alerts.forEach(alert -> last.put(alert.alertId(), alert));
        return last.values().stream()
                .filter(alert -> alert.status() != AlertStatus.RETRACTED)
                .map(alert -> alert.alertId() + " " + alert.openedAtMillis() + " " + alert.status())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
