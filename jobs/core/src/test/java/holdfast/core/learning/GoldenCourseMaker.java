package holdfast.core.learning;

import static holdfast.core.learning.TestingTold.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.training.TrainingRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Writes the golden state of a format that has none, and never again:
 *
 * <pre>
 * mvn -B -ntp -pl jobs/core test -Dtest=GoldenCourseMaker
 * </pre>
 *
 * <p>No build runs it by itself: its name is not that of a test.
 */
class GoldenCourseMaker {

    private static final int CUSTOMERS = 44;
    private static final int DAYS = 17;

    @Test
    void writesTheStateOfAFormatThatHasNone() throws IOException {
        Course course = Course.begin(PLAYBOOK);
        for (TrainingRecord record : records()) {
            while (course.dueMillis() < record.atMillis()) {
                course.learn();
            }
            course.take(record);
        }
        byte[] bytes = TestingCourse.bytes(course);
        GoldenCourse golden = new GoldenCourse(bytes[0]);
        assertThat(golden.exists()).as("a golden state is never made anew").isFalse();

        golden.write(bytes);
    }

    /** With outreach, and somebody erased. */
    private static List<TrainingRecord> records() {
        List<TrainingRecord> records = new ArrayList<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            records.addAll(new TestingTold(customer, false).told(customer, 0, DAYS));
            if (customer % 7 == 3) {
                records.add(TrainingRecord.treated(customer, TestingTold.endOf(4) + 5));
            }
        }
        records.add(TrainingRecord.erased(20, TestingTold.endOf(DAYS - 1)));
        records.sort(Comparator.comparingLong(TrainingRecord::atMillis));
        return records;
    }
}
