package holdfast.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.learning.Course;
import holdfast.core.playbook.Presets;
import org.junit.jupiter.api.Test;

class LearningCountsTest {

    private static final String DUE = "churn_learning_models_due";
    private static final String REFUSED = "churn_learning_models_refused_in_a_row";

    private final TestingMeters meters = new TestingMeters();
    private final LearningCounts counts = new LearningCounts(meters.task());

    @Test
    void whatIsCountedIsThereBeforeTheFirstLesson() {
        assertThat(meters.of(DUE)).isZero();
        assertThat(meters.of(REFUSED)).isZero();
        assertThat(meters.of("churn_learning_models_total{result=refused}")).isZero();
    }

    @Test
    void modelIsDueOnceLessonsHaveReachedTheInstantFromWhichItCounts() {
        counts.reached(1_000);
        counts.published(1_500);
        assertThat(meters.of(DUE)).isZero();
        counts.reached(1_499);
        counts.published(2_500);
        assertThat(meters.of(DUE)).isZero();

        counts.reached(1_500);
        assertThat(meters.of(DUE)).isEqualTo(1);
        counts.reached(9_000);
        assertThat(meters.of(DUE)).isEqualTo(2);
        assertThat(meters.of("churn_learning_models_total{result=accepted}")).isEqualTo(2);
    }

    @Test
    void refusedModelsAreCountedUntilOneIsPublished() {
        counts.withheld();
        counts.withheld();
        assertThat(meters.of(REFUSED)).isEqualTo(2);
        counts.reached(Long.MAX_VALUE);
        assertThat(meters.of(DUE)).isZero();

        counts.published(1_500);
        assertThat(meters.of(REFUSED)).isZero();
        counts.withheld();
        assertThat(meters.of(REFUSED)).isEqualTo(1);
        assertThat(meters.of("churn_learning_models_total{result=refused}")).isEqualTo(3);
    }

    @Test
    void intervalFollowsThePlaybookAndIsNotShownOfAnOutcomeThatIsGone() {
        Course course = Course.begin(Presets.generic());
        counts.show(course);
        String lapse = "churn_learning_lesson_interval_seconds{outcome=lapse}";
        assertThat(meters.of(lapse)).isEqualTo(30 * 86_400 / 4.0);

        course.follow(Presets.ecommerce());
        counts.show(course);
        assertThat(meters.of(lapse)).isEqualTo(60 * 86_400 / 4.0);

        course.follow(Presets.subscription());
        counts.show(course);
        assertThat(meters.of(lapse)).isNaN();
    }
}
