package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedAlertsTest {

    private static final long ADA = TrainingRecord.keyOf("ada");
    private static final TrainingRecord ERASED = TrainingRecord.erased(ADA, 1_000);

    @Test
    void letsNothingBeMadeToLearnFromWhereNobodyLearns() {
        OpenedAlerts alerts = OpenedAlerts.alone(0);

        alerts.training(ERASED);

        assertThat(alerts.learnsFrom(ADA)).isFalse();
        assertThat(alerts.openings()).isEmpty();
    }

    @Test
    void passesOnWhatCanBeLearnedFrom() {
        List<TrainingRecord> told = new ArrayList<>();
        OpenedAlerts alerts = OpenedAlerts.teaching(0, told::add);

        alerts.training(ERASED);

        assertThat(alerts.learnsFrom(ADA)).isTrue();
        assertThat(told).containsExactly(ERASED);
    }
}
