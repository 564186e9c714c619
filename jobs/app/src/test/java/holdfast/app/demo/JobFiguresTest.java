package holdfast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import org.junit.jupiter.api.Test;

class JobFiguresTest {

    @Test
    void addsUpTheTasksAndOperatorsOfOneCounter() {
        JobFigures figures =
                JobFigures.read(
                        """
                        # HELP churn_accounted_events Records by fate.
                        # TYPE churn_accounted_events gauge
                        churn_accounted_events{operator_name="Score churn",fate="scored"} 40.0
                        churn_accounted_events{operator_name="Score churn",fate="late"} 2.0
                        churn_accounted_events{operator_name="Check",fate="scored"} 1.0
                        churn_alerts_total{status="opened",trigger="silence"} 3.0
                        churn_alerts_total{status="expired",trigger="event"} 1.0
                        churn_held_alerts_total{reason="value_gate"} 1.2E2
                        """);

        assertThat(figures.of(Fate.SCORED)).isEqualTo(41);
        assertThat(figures.settled()).isEqualTo(43);
        assertThat(figures.messages()).isEqualTo(4);
        assertThat(figures.of(AlertStatus.OPENED)).isEqualTo(3);
        assertThat(figures.of(AlertTrigger.SILENCE)).isEqualTo(3);
        assertThat(figures.of(AlertTrigger.EVENT)).isZero();
        assertThat(figures.held()).containsEntry("value_gate", 120L);
        assertThat(figures.delayMillisP99()).isNaN();
    }

    @Test
    void takesTheSlowestPairForTheDelay() {
        JobFigures figures =
                JobFigures.read(
                        """
                        flink_latency{operator_id="a",quantile="0.99"} 12.0
                        flink_latency{operator_id="b",quantile="0.99"} 31.0
                        flink_latency{operator_id="b",quantile="0.999"} 77.0
                        flink_latency{operator_id="c",quantile="0.99"} NaN
                        """);

        assertThat(figures.delayMillisP99()).isEqualTo(31);
    }

    @Test
    void passesOverWhatIsNoSample() {
        assertThat(JobFigures.read("\n{} \nnonsense\nx{a=\"b\"\n").settled()).isZero();
    }
}
