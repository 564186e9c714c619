package holdfast.flink.operator;

import static holdfast.flink.operator.TestingChurn.DAY;
import static holdfast.flink.operator.TestingChurn.T0;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Presets;
import holdfast.flink.wire.Publication;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ChurnMetricsHarnessTest {

    private static final ScoringStart START = ScoringStart.with(Presets.generic().source());
    private static final Metering METERING = new Metering(List.of(TestingTask.TOPIC), false);
    private static final String SCORED = "{fate=scored,topic=" + TestingTask.TOPIC + "}";
    private static final int CUSTOMERS = 40;

    @Test
    void countsStayExactWhenTasksAreSplitAndJoined() throws Exception {
        OperatorSubtaskState ofOne;
        double bytes;
        try (TestingTask one = TestingTask.begun(START, METERING)) {
            visit(one, 0);
            visit(one, 1);
            assertThat(one.meter("churn_customers")).isEqualTo(CUSTOMERS);
            assertThat(one.meter("churn_pending_wakeups")).isEqualTo(CUSTOMERS);
            assertThat(one.meter("churn_events_total" + SCORED)).isEqualTo(2 * CUSTOMERS);
            bytes = one.meter("churn_state_bytes");
            ofOne = one.snapshot(1, 1);
        }

        List<OperatorSubtaskState> ofTwo = new ArrayList<>();
        double customersOfTwo = 0;
        double bytesOfTwo = 0;
        for (int index = 0; index < 2; index++) {
            try (TestingTask task = TestingTask.restored(START, METERING, ofOne, 1, 2, index)) {
                customersOfTwo += task.meter("churn_customers");
                bytesOfTwo += task.meter("churn_state_bytes");
                assertThat(task.meter("churn_customers")).isBetween(1.0, CUSTOMERS - 1.0);
                assertThat(task.meter("churn_events_total" + SCORED)).as("a reset").isZero();
                visit(task, 2);
                ofTwo.add(task.snapshot(2, 2));
            }
        }
        assertThat(customersOfTwo).isEqualTo(CUSTOMERS);
        assertThat(bytesOfTwo).isEqualTo(bytes);

        OperatorSubtaskState left =
                AbstractStreamOperatorTestHarness.repackageState(ofTwo.get(0), ofTwo.get(1));
        try (TestingTask one = TestingTask.restored(START, METERING, left, 2, 1, 0)) {
            assertThat(one.meter("churn_accounted_events" + SCORED)).isEqualTo(3 * CUSTOMERS);
            assertThat(one.meter("churn_customers")).isEqualTo(CUSTOMERS);
            assertThat(one.meter("churn_pending_wakeups")).isEqualTo(CUSTOMERS);
        }
    }

    @Test
    void nothingIsCountedOfCustomersLongGone() throws Exception {
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            visit(task, 0);

            task.watermark(T0 + 400 * DAY);

            assertThat(task.meter("churn_customers")).isZero();
            assertThat(task.meter("churn_state_bytes")).isZero();
            assertThat(task.meter("churn_pending_wakeups")).isZero();
            assertThat(task.meter("churn_forgotten_customers_total")).isEqualTo(CUSTOMERS);
        }
    }

    @Test
    void countsOfATopicThatIsReadNoMoreAreNotLost() throws Exception {
        OperatorSubtaskState left;
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            visit(task, 0);
            task.act("nobody.knows", "ada", T0 + DAY);
            assertThat(task.meter("churn_events_total{fate=scored,topic=other}")).isEqualTo(1);
            left = task.snapshot(1, 1);
        }
        Metering renamed = new Metering(List.of("staging.clickstream.events.v1"), false);
        try (TestingTask task = TestingTask.restored(START, renamed, left, 1, 1, 0)) {
            assertThat(task.meter("churn_accounted_events{fate=scored,topic=other}"))
                    .isEqualTo(CUSTOMERS + 1);
        }
    }

    @Test
    void lagGrowsWhileNothingComes() throws Exception {
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            task.setProcessingTime(7_000);
            assertThat(task.meter("churn_watermark_lag_seconds"))
                    .as("since the task began, before any time is known")
                    .isEqualTo(7);

            task.watermark(5_000);
            assertThat(task.meter("churn_watermark_lag_seconds")).isEqualTo(2);

            task.setProcessingTime(65_000);
            assertThat(task.meter("churn_watermark_lag_seconds")).isEqualTo(60);

            task.watermark(Long.MAX_VALUE);
            assertThat(task.meter("churn_watermark_lag_seconds")).as("at the end").isNaN();
        }
    }

    @Test
    void aSimulatedClockLagsBehindNothing() throws Exception {
        Metering simulated = new Metering(List.of(TestingTask.TOPIC), true);
        try (TestingTask task = TestingTask.begun(START, simulated)) {
            task.setProcessingTime(T0);
            visit(task, 0);

            assertThat(task.meters.series()).doesNotContain("churn_watermark_lag_seconds");
            assertThat(task.meter("churn_event_delay_seconds_bucket{le=+Inf}")).isZero();
            assertThat(task.meter("churn_event_delay_seconds_sum")).isZero();
        }
    }

    @Test
    void delaysFallIntoTheirBuckets() throws Exception {
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            task.setProcessingTime(T0 + 40);
            task.act("ada", T0);
            task.act("ada", T0 + 39);
            task.act("ada", T0 + 100);

            assertThat(task.meter("churn_event_delay_seconds_bucket{le=0.05}")).isEqualTo(1);
            assertThat(task.meter("churn_event_delay_seconds_bucket{le=0.025}")).isZero();
            assertThat(task.meter("churn_event_delay_seconds_bucket{le=0.005}"))
                    .as("one in time, and one from a clock ahead of ours")
                    .isEqualTo(2);
            assertThat(task.meter("churn_event_delay_seconds_sum")).isEqualTo(0.041);
        }
    }

    @Test
    void saysWhatIsInForceAtTheTimeReachedAlsoAfterARestore() throws Exception {
        String second = START.playbook().replace("version: 1", "version: 2");
        OperatorSubtaskState left;
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            task.publish(Publication.Kind.PLAYBOOK, T0 + DAY, second);
            task.publish(Publication.Kind.PLAYBOOK, T0 + DAY, "playbook: [");
            assertThat(task.meter("churn_publications_total{kind=playbook,result=accepted}"))
                    .isEqualTo(1);
            assertThat(task.meter("churn_publications_total{kind=playbook,result=refused}"))
                    .isEqualTo(1);
            task.watermark(T0);
            assertThat(task.meters.words("churn_playbook_info").toString()).contains("version=1");
            task.watermark(T0 + 2 * DAY);
            left = task.snapshot(1, 1);
        }
        try (TestingTask task = TestingTask.restored(START, METERING, left, 1, 1, 0)) {
            assertThat(task.meters.words("churn_playbook_info").toString()).contains("version=2");
            assertThat(task.meters.words("churn_model_info").toString())
                    .contains("outcome=lapse", "version=default");
        }
    }

    @Test
    void neitherCustomersNorTopicsNorPlaybooksAddSeriesWithoutBound() throws Exception {
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            visit(task, 0);
            List<String> before = new ArrayList<>();
            task.meters.series().forEach(before::add);
            for (int i = 0; i < 10_000; i++) {
                task.act("topic-" + i % 1_000, "c" + i, T0 + DAY);
            }
            assertThat(task.meters.series()).containsExactlyElementsOf(before);

            for (int version = 2; version < 100; version++) {
                task.publish(Publication.Kind.PLAYBOOK, T0, renamed(version));
            }
            assertThat(task.meters.series())
                    .filteredOn(series -> series.startsWith("churn_alerts_total"))
                    .hasSizeLessThanOrEqualTo(33 * 15);
        }
    }

    private static String renamed(int version) {
        return START.playbook()
                .replace("version: 1", "version: " + version)
                .replace("{name: everyone", "{name: everyone-" + version);
    }

    private static void visit(TestingTask task, int day) throws Exception {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            task.act("c" + customer, T0 + day * DAY);
        }
    }
}
