package holdfast.core.learning;

import static holdfast.core.learning.TestingTold.endOf;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LearnerPropertyTest {

    private static final int CUSTOMERS = 100;
    private static final int[] LESSONS_AFTER_DAY = {13, 21, 23};

    /** However the customers' records come among each other between two lessons. */
    @Property(tries = 3)
    void theLessonsAreTheSameForEveryOrderOfCustomers(@ForAll long seed) {
        assertThat(lessons(new Random(seed))).isEqualTo(lessons(new Random(1)));
    }

    private static List<Lesson> lessons(Random random) {
        Learner learner = TestingTold.learner();
        List<Lesson> lessons = new ArrayList<>();
        int from = 0;
        for (int day : LESSONS_AFTER_DAY) {
            tell(learner, from, day + 1, random);
            lessons.add(learner.learn(endOf(day)));
            from = day + 1;
        }
        assertThat(lessons.get(lessons.size() - 1).linear()).isPresent();
        return lessons;
    }

    private static void tell(Learner learner, int from, int to, Random random) {
        List<Deque<TrainingRecord>> waiting = new ArrayList<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            waiting.add(
                    new ArrayDeque<>(new TestingTold(customer, false).told(customer, from, to)));
        }
        while (!waiting.isEmpty()) {
            int next = random.nextInt(waiting.size());
            learner.take(waiting.get(next).remove());
            if (waiting.get(next).isEmpty()) {
                waiting.remove(next);
            }
        }
    }
}
