package holdfast.flink.operator;

import static holdfast.flink.operator.TestingChurn.DAY;
import static holdfast.flink.operator.TestingChurn.T0;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** An engineer goes back to an older model in the night; lessons go on. */
class PinHarnessTest {

    private static final Playbook PLAYBOOK = Presets.generic();
    private static final ScoringStart START = ScoringStart.with(PLAYBOOK.source());
    private static final Metering METERING = new Metering(List.of(TestingTask.TOPIC), false);
    private static final int LESSONS = 30;

    private final TestingModels models = new TestingModels(PLAYBOOK, new Random(1));

    @Test
    void aPinnedModelStaysThroughLessonsAndRestoresUntilItIsReleased() throws Exception {
        OperatorSubtaskState left;
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            publish(task, Publication.Kind.MODEL, "bad", T0);
            publish(task, Publication.Kind.PINNED_MODEL, "good", T0 + DAY);
            for (int lesson = 0; lesson < LESSONS; lesson++) {
                publish(
                        task,
                        Publication.Kind.MODEL,
                        "lesson-" + lesson,
                        T0 + 2 * DAY + lesson * DAY);
            }
            task.act("ada", T0);
            assertThat(deciding(task)).isEqualTo("bad");
            assertThat(task.meter("churn_model_pinned_seconds")).isZero();
            task.act("ada", T0 + 40 * DAY);
            task.watermark(T0 + 41 * DAY);
            assertPinned(task);
            assertThat(task.meter("churn_publications_total{kind=model,result=accepted}"))
                    .isEqualTo(LESSONS + 2);
            left = task.snapshot(1, 1);
        }
        try (TestingTask task = TestingTask.restored(START, METERING, left, 1, 1, 0)) {
            assertPinned(task);
            publish(task, Publication.Kind.MODEL, "lesson-last", T0 + 42 * DAY);
            task.act("bea", T0 + 43 * DAY);
            assertThat(deciding(task)).isEqualTo("good");

            publish(task, Publication.Kind.RELEASED_MODEL, "lesson-last", T0 + 44 * DAY);
            task.act("cyd", T0 + 45 * DAY);
            task.watermark(T0 + 46 * DAY);
            assertThat(deciding(task)).isEqualTo("lesson-last");
            assertThat(task.meter("churn_model_pinned_seconds")).isZero();
            assertThat(task.meter("churn_models_waiting")).isZero();
        }
    }

    /** As after a release that sees customers by other features, which the pinned weights lack. */
    @Test
    void aPinThatIsRefusedPinsNothing() throws Exception {
        try (TestingTask task = TestingTask.begun(START, METERING)) {
            String pinned = models.sound("good", T0);
            task.publish(Publication.Kind.PINNED_MODEL, T0, pinned.replace("generic", "another"));
            publish(task, Publication.Kind.MODEL, "lesson", T0 + DAY);
            task.act("ada", T0 + 2 * DAY);

            assertThat(deciding(task)).isEqualTo("lesson");
            assertThat(task.meter("churn_publications_total{kind=model,result=refused}"))
                    .isEqualTo(1);
        }
    }

    private static void assertPinned(TestingTask task) {
        assertThat(task.meters.words("churn_model_info").toString()).contains("version=good");
        assertThat(task.meter("churn_model_pinned_seconds")).isEqualTo(40 * DAY / 1_000.0);
        assertThat(task.meter("churn_models_waiting")).as("the newest are kept").isEqualTo(8);
    }

    private void publish(TestingTask task, Publication.Kind kind, String version, long fromMillis)
            throws Exception {
        task.publish(kind, fromMillis, models.sound(version, fromMillis));
    }

    /** The version that the newest score names. */
    private static String deciding(TestingTask task) {
        String version = "none";
        for (EncodedRecord record : task.extractOutputValues()) {
            if (record.kind() == EncodedRecord.Kind.SCORE && record.value() != null) {
                version = new String(requireNonNull(record.value()), StandardCharsets.UTF_8);
            }
        }
        return version.replaceFirst(".*\"model_version\":\"([^\"]*)\".*", "$1");
    }
}
