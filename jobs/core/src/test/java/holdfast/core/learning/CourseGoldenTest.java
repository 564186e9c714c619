package holdfast.core.learning;

import static holdfast.core.learning.TestingCourse.bytes;
import static holdfast.core.learning.TestingCourse.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.features.FeatureCatalogue;
import org.junit.jupiter.api.Test;

/**
 * A savepoint of the learning job looks like this.
 *
 * <p>If what is written has to change: give {@link Course} or {@link Learner} the next format, let
 * them read this one too, or refuse it with the way out; add the golden state of the new format by
 * {@link GoldenCourseMaker}, and its number to the tests. A golden file is never edited. A changed
 * catalogue of features refuses every older state: then the files of before are for the refusal
 * alone.
 */
class CourseGoldenTest {

    private static final String WHAT_TO_DO =
            "the bytes of a course have changed: see the Javadoc of this test";
    private static final GoldenCourse GOLDEN = new GoldenCourse(1);

    @Test
    void saysWhatItSaidWhenItWasWritten() {
        assertThat(GoldenCourse.words(GOLDEN.bytes())).isEqualTo(GOLDEN.said());
    }

    @Test
    void isReadAsItWasWrittenAndGoneOnFromOrRefusedWithTheWayOut() {
        if (!isOfThisCatalogue()) {
            assertThatThrownBy(() -> read(GOLDEN.bytes()))
                    .isInstanceOf(CorruptBytesException.class)
                    .hasMessageContaining("begin a new one");
            return;
        }
        Course course = read(GOLDEN.bytes());

        Learner.Extent extent = course.extent(course.playbook().primaryOutcome());
        assertThat(GOLDEN.said())
                .contains(
                        "share " + extent.share(),
                        "rows " + extent.snapshots(),
                        "histories " + extent.customers(),
                        "outcome 1, next lesson " + course.dueMillis());
        assertThat(GoldenCourse.words(bytes(course))).as(WHAT_TO_DO).isEqualTo(GOLDEN.said());
        assertThat(bytes(course)).as(WHAT_TO_DO).isEqualTo(GOLDEN.bytes());

        Course.Learned learned = course.learn();

        assertThat(learned.lessons()).hasSize(1);
        assertThat(learned.model()).isPresent();
    }

    private static boolean isOfThisCatalogue() {
        return GOLDEN.said().contains("catalogue " + FeatureCatalogue.fingerprint());
    }
}
