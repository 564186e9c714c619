package holdfast.app.backtest;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.playbook.Policy;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Remembers which alerts opened after an instant, and passes on what can be learned from if anybody
 * learns. Not thread-safe.
 */
final class OpenedAlerts implements Decisions {

    private final long afterMillis;
    private final boolean learns;
    private final Consumer<TrainingRecord> learner;
    private final List<Opening> openings = new ArrayList<>();

    private OpenedAlerts(long afterMillis, boolean learns, Consumer<TrainingRecord> learner) {
        this.afterMillis = afterMillis;
        this.learns = learns;
        this.learner = learner;
    }

    /** Alerts alone: nobody learns, and nothing is made to learn from. */
    static OpenedAlerts alone(long afterMillis) {
        return new OpenedAlerts(afterMillis, false, told -> {});
    }

    /** Alerts, and for the learner what can be learned from. */
    static OpenedAlerts teaching(long afterMillis, Consumer<TrainingRecord> learner) {
        return new OpenedAlerts(afterMillis, true, learner);
    }

    List<Opening> openings() {
        return List.copyOf(openings);
    }

    @Override
    public void alert(Alert alert) {
        if (alert.status() == AlertStatus.OPENED && alert.openedAtMillis() > afterMillis) {
            openings.add(
                    new Opening(
                            alert.customerId(),
                            alert.openedAtMillis(),
                            alert.risk().probability(),
                            alert.worth().valueAtRiskMinor()));
        }
    }

    @Override
    public boolean learnsFrom(long customerKey) {
        return learns;
    }

    @Override
    public void training(TrainingRecord record) {
        learner.accept(record);
    }

    @Override
    public void score(ScoreReport report) {}

    @Override
    public void held(Policy policy, HoldReason reason) {}

    @Override
    public void forgotten(String customerId) {}
}
