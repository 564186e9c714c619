package holdfast.core.learning;

import static holdfast.core.learning.TestingCourse.bytes;
import static holdfast.core.learning.TestingCourse.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelWriter;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Playbook PLAYBOOK = Presets.generic();
    private static final long STEP = PLAYBOOK.primaryOutcome().horizonMillis() / 4;
    private static final List<TrainingRecord> TALE = TestingTale.records(PLAYBOOK, 3);

    @Test
    void givesALessonAtEachQuarterOfTheHorizonAndNoneBeforeTheFirstRecord() {
        Course course = Course.begin(PLAYBOOK);
        assertThat(course.dueMillis()).isEqualTo(Long.MAX_VALUE);

        List<Course.Learned> lessons = attend(course, TALE);

        long firstMillis = TALE.get(0).atMillis();
        assertThat(lessons.get(0).atMillis()).isBetween(firstMillis, firstMillis + STEP);
        assertThat(lessons.get(0).atMillis() % STEP).isZero();
        assertThat(lessons).hasSizeBetween(10, 12);
        for (int i = 1; i < lessons.size(); i++) {
            assertThat(lessons.get(i).atMillis() - lessons.get(i - 1).atMillis()).isEqualTo(STEP);
        }
    }

    @Test
    void publishesModelsThatHoldALittleLaterAndFiguresOfThoseInScope() {
        List<Course.Learned> lessons = attend(Course.begin(PLAYBOOK), TALE);
        Course.Learned last = lessons.get(lessons.size() - 1);

        assertThat(last.model()).isPresent();
        assertThat(last.model().get().version()).startsWith("learned-20");
        assertThat(last.model().get().effectiveFromMillis()).isEqualTo(last.atMillis() + STEP / 16);
        assertThat(last.model().get().outcomes().values())
                .allMatch(outcome -> outcome.linear().isPresent());
        assertThat(last.population()).isPresent();
        assertThat(last.population().get().customers()).isEqualTo(60);
        assertThat(last.population().get().effectiveFromMillis())
                .isEqualTo(last.model().get().effectiveFromMillis());
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadBeen() {
        List<String> expected = said(attend(Course.begin(PLAYBOOK), TALE));

        for (int cut : new int[] {1, TALE.size() / 2, TALE.size() - 3}) {
            Course before = Course.begin(PLAYBOOK);
            List<String> actual = new ArrayList<>(said(attend(before, TALE.subList(0, cut))));
            Course after = read(bytes(before));
            actual.addAll(said(attend(after, TALE.subList(cut, TALE.size()))));

            assertThat(actual).as("cut at " + cut).isEqualTo(expected);
        }
    }

    @Test
    void writesTheSameBytesAgain() {
        Course course = Course.begin(PLAYBOOK);
        attend(course, TALE);

        byte[] bytes = bytes(course);

        assertThat(bytes(read(bytes))).isEqualTo(bytes);
    }

    @Test
    void learnsNothingElseFromRecordsThatComeAgain() {
        List<TrainingRecord> repeated = new ArrayList<>();
        for (int from = 0; from < TALE.size(); from += 100) {
            repeated.addAll(
                    TALE.subList(Math.max(0, from - 70), Math.min(TALE.size(), from + 100)));
        }

        assertThat(said(attend(Course.begin(PLAYBOOK), repeated)))
                .isEqualTo(said(attend(Course.begin(PLAYBOOK), TALE)));
    }

    @Test
    void forgetsAnErasedCustomer() {
        List<TrainingRecord> erasing = new ArrayList<>(TALE);
        long lastMillis = TALE.get(TALE.size() - 1).atMillis();
        erasing.add(TrainingRecord.erased(TrainingRecord.keyOf("c-1"), lastMillis));
        Course course = Course.begin(PLAYBOOK);

        attend(course, erasing);

        assertThat(course.extent(PLAYBOOK.primaryOutcome()).customers()).isEqualTo(59);
    }

    @Test
    void takesItsRowsOverToAPlaybookOfOtherCategories() {
        Course course = Course.begin(PLAYBOOK);
        attend(course, TALE);
        Playbook other = Presets.ecommerce();
        int snapshots = course.extent(PLAYBOOK.primaryOutcome()).snapshots();

        course.follow(other);

        assertThat(course.playbook()).isEqualTo(other);
        assertThat(course.extent(other.primaryOutcome()).snapshots()).isEqualTo(snapshots);
        assertThat(course.learn().lessons()).isNotEmpty();
    }

    @Test
    void isReadAgainAfterAPlaybookThatDropsACategory() {
        Course course = Course.begin(PLAYBOOK);
        List<Course.Learned> lessons = attend(course, TALE);
        assertThat(said(lessons.subList(lessons.size() - 1, lessons.size())).get(0))
                .contains("\"2\":{\"share\":");
        Playbook without = changed("  2: {name: gift, events: [free_item]}\n", "");

        course.follow(without);

        assertThat(bytes(read(bytes(course)))).isEqualTo(bytes(course));
    }

    /** What is due before the newest record can no longer be learned as if nothing came after. */
    @Test
    void anOutcomeThatIsNewHasItsFirstLessonAfterAllThatWasTold() {
        Course course = Course.begin(PLAYBOOK);
        List<TrainingRecord> told = TALE.subList(0, TALE.size() / 4);
        attend(course, told);
        long reachedMillis = told.get(told.size() - 1).atMillis();
        String lapse = "  1: {name: lapse, when: no-activity, of: [other], horizon: 30d,";
        course.follow(
                changed(
                        lapse,
                        lapse.replace("1:", "2:").replace("lapse", "leave").replace("30d", "4d")
                                + " active-within: 90d}\n"
                                + lapse));

        course.take(told.get(told.size() / 2), reachedMillis);

        assertThat(course.dueMillis()).isBetween(reachedMillis + 1, reachedMillis + STEP);
    }

    private static Playbook changed(String before, String after) {
        String source = PLAYBOOK.source();
        assertThat(source).contains(before);
        return new PlaybookReader(any -> 0).read("changed", source.replace(before, after)).value();
    }

    @Test
    void refusesBytesOfAnotherFormat() {
        byte[] bytes = bytes(Course.begin(PLAYBOOK));
        bytes[0] = 99;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(CorruptBytesException.class)
                .hasMessageContaining("format");
    }

    private static List<Course.Learned> attend(Course course, List<TrainingRecord> records) {
        List<Course.Learned> lessons = new ArrayList<>();
        for (TrainingRecord record : records) {
            while (course.dueMillis() < record.atMillis()) {
                lessons.add(course.learn());
            }
            course.take(record);
        }
        return lessons;
    }

    /** All that goes out of lessons, in words. */
    private static List<String> said(List<Course.Learned> lessons) {
        List<String> said = new ArrayList<>();
        for (Course.Learned learned : lessons) {
            said.add(
                    learned.model()
                            .map(model -> ModelWriter.write(model, PLAYBOOK))
                            .orElse("none"));
            said.add(learned.population().map(PopulationText::write).orElse("none"));
            said.add(learned.lessons().toString());
        }
        return said;
    }
}
