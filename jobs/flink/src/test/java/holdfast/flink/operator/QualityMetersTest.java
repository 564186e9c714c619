package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.learning.Course;
import holdfast.core.learning.Lesson;
import holdfast.core.learning.QualityReport;
import holdfast.core.metrics.ChurnMetric;
import holdfast.core.metrics.MetricLabel;
import holdfast.core.playbook.Presets;
import holdfast.core.quality.Counts;
import holdfast.core.quality.Quality;
import holdfast.flink.wire.TestingReports;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class QualityMetersTest {

    private final TestingMeters meters = new TestingMeters();
    private final QualityMeters quality = new QualityMeters(meters.task());

    @Test
    void showsNothingBeforeTheFirstReport() {
        assertThat(meters.series()).isEmpty();
    }

    @Test
    void showsWhatTheNewestReportSays() {
        quality.show(TestingReports.report());

        assertThat(meters.of("churn_learning_log_loss{opinion=served,outcome=lapse}"))
                .isEqualTo(0.6);
        assertThat(meters.of("churn_learning_calibration_error{opinion=served,outcome=lapse}"))
                .isEqualTo(0.1);
        assertThat(meters.of("churn_learning_log_loss{opinion=hazard,outcome=lapse}")).isNaN();
        assertThat(meters.of("churn_learning_opinion_share{opinion=prior,outcome=lapse}"))
                .isEqualTo(1);
        assertThat(meters.of("churn_learning_opinion_share{opinion=hazard,outcome=lapse}"))
                .isZero();
        assertThat(meters.of("churn_learning_drift{family=silence,outcome=lapse}")).isEqualTo(0.25);
        assertThat(meters.of("churn_learning_rows{outcome=lapse,rows=open}")).isEqualTo(3);
        assertThat(meters.of("churn_learning_past_rhythm_share{outcome=lapse}")).isNaN();
    }

    @Test
    void goesWithTheNewestReportAndAddsNoSeries() {
        quality.show(TestingReports.report());
        List<String> before = series();
        Lesson old = TestingReports.report().lesson();
        Quality now =
                new Quality(new Counts(9, 8, 7, 0, 6), List.of(), List.of(), old.quality().drift());
        quality.show(
                new QualityReport(
                        "shop",
                        3,
                        "m-2",
                        "lapse",
                        new Lesson(
                                old.atMillis() + 1,
                                old.prior(),
                                Optional.empty(),
                                List.of(1.0),
                                now)));

        assertThat(series()).isEqualTo(before);
        assertThat(meters.of("churn_learning_rows{outcome=lapse,rows=treated}")).isEqualTo(7);
        assertThat(meters.of("churn_learning_log_loss{opinion=served,outcome=lapse}")).isNaN();
    }

    @Test
    void showsHowLongALessonMayTakeToComeSoThatAMissingOneIsSeen() {
        new LearningCounts(meters.task()).show(Course.begin(Presets.generic()));

        double quarterOfThirtyDaysSeconds = 30 * 86_400 / 4.0;
        assertThat(meters.of("churn_learning_lesson_interval_seconds{outcome=lapse}"))
                .isEqualTo(quarterOfThirtyDaysSeconds);
    }

    @Test
    void showsEveryMetricOfLearningThatTheCatalogueLists() {
        quality.show(TestingReports.report());
        new LearningCounts(meters.task()).show(Course.begin(Presets.generic()));

        List<String> listed =
                Arrays.stream(ChurnMetric.values())
                        .filter(ChurnMetric::isOfLearning)
                        .map(ChurnMetric::metricName)
                        .toList();
        assertThat(series().stream().map(series -> series.replaceAll("\\{.*", "")).distinct())
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(MetricLabel.ROWS.words()).hasSize(4);
    }

    private List<String> series() {
        return StreamSupport.stream(meters.series().spliterator(), false).toList();
    }
}
