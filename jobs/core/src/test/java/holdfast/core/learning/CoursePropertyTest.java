package holdfast.core.learning;

import static holdfast.core.learning.TestingCourse.bytes;
import static holdfast.core.learning.TestingCourse.read;
import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingTold.START;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Courses through everything that may come: outreach, erasures, repeats, other playbooks. */
class CoursePropertyTest {

    private static final int CUSTOMERS = 30;
    private static final int DAYS = 20;
    private static final String BILLING = "  2: {name: billing, events: [Paid]}\n";
    private static final String CLOSED =
            "calendar:\n  - {name: closed, from: 2020-10-01, until: 2020-10-01, effect: closed}\n";
    private static final List<Playbook> PLAYBOOKS =
            List.of(playbook("", ""), playbook(BILLING, ""), playbook(BILLING, CLOSED));

    /** Written and read at any moment. */
    @Property(tries = 2)
    void goesOnFromItsBytesAsIfNothingHadBeen(@ForAll long seed) {
        List<Step> steps = steps(new Random(seed));
        Random restarts = new Random(seed + 1);
        Run whole = new Run();
        Run restored = new Run();
        for (Step step : steps) {
            whole.take(step);
            if (restarts.nextInt(60) == 0) {
                restored.course = read(bytes(restored.course));
            }
            restored.take(step);
        }

        whole.learn();
        restored.learn();
        assertThat(restored.said).isEqualTo(whole.said);
        assertThat(Arrays.mismatch(bytes(restored.course), bytes(whole.course))).isEqualTo(-1);
        assertThat(whole.said).anyMatch(said -> said.contains("linear=Optional[LinearWeights"));
    }

    private record Step(Playbook playbook, TrainingRecord record) {}

    private static final class Run {
        private final List<String> said = new ArrayList<>();
        private Course course = Course.begin(PLAYBOOKS.get(0));

        void take(Step step) {
            while (course.dueMillis() < step.record().atMillis()) {
                learn();
            }
            course.follow(step.playbook());
            course.take(step.record());
        }

        void learn() {
            said.add(course.learn().toString());
        }
    }

    private static List<Step> steps(Random random) {
        List<TrainingRecord> told = new ArrayList<>();
        List<Random> natures = new ArrayList<>();
        int[] lastDays = new int[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            natures.add(new Random(random.nextLong()));
        }
        for (int day = 0; day < DAYS; day++) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                long key = 1_000_003L * (customer + 1);
                Random nature = natures.get(customer);
                long at = START + day * DAY + customer;
                for (int outcome = 1; outcome <= 2; outcome++) {
                    told.add(snapshot(key, outcome, at, lastDays[customer], day));
                }
                if (nature.nextInt(40) == 0) {
                    told.add(TrainingRecord.treated(key, at + DAY / 4));
                }
                if (nature.nextInt(3 + customer / 3) == 0) {
                    lastDays[customer] = day;
                    told.add(TrainingRecord.decided(key, 2, at + DAY / 2));
                }
                if (nature.nextInt(20) == 0) {
                    told.add(TrainingRecord.decided(key, 1, at + DAY / 2));
                }
                if (nature.nextInt(200) == 0) {
                    told.add(TrainingRecord.erased(key, at + DAY / 2));
                }
            }
        }
        told.sort((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
        return steps(told, random);
    }

    private static List<Step> steps(List<TrainingRecord> told, Random random) {
        List<Step> steps = new ArrayList<>();
        Playbook playbook = PLAYBOOKS.get(1);
        for (int i = 0; i < told.size(); i++) {
            if (random.nextInt(300) == 0) {
                playbook = PLAYBOOKS.get(random.nextInt(PLAYBOOKS.size()));
            }
            boolean again = random.nextInt(10) == 0;
            steps.add(new Step(playbook, told.get(again ? random.nextInt(i + 1) : i)));
        }
        return steps;
    }

    private static TrainingRecord snapshot(long key, int outcome, long at, int last, int day) {
        FeatureLayout layout = FeatureLayout.of(PLAYBOOKS.get(1));
        double[] features = new double[layout.width()];
        features[Feature.PRIOR_LOGIT.position()] = 0.3 * (day - last) - 1;
        features[Feature.RECENCY.position()] = Math.log1p(day - last);
        features[Feature.TENURE.position()] = Math.log1p(day + 1.0);
        for (int i = features.length - 6; i < features.length; i++) {
            features[i] = (key * i % 17) / 17.0;
        }
        Snapshot.Span span = new Snapshot.Span(START - DAY, START + last * DAY, 1 + last);
        return TrainingRecord.snapshot(
                key, outcome, at, new Snapshot(span, key % 1000, layout.categoryIds(), features));
    }

    private static Playbook playbook(String category, String calendar) {
        return new PlaybookReader(any -> 0)
                .read("test", TEXT.formatted(category, calendar))
                .value();
    }

    private static final String TEXT =
            """
            playbook: service
            version: 1
            zone: UTC
            currency: EUR
            categories:
              1: {name: usage, events: [Used]}
            %s  3: {name: cancel, events: [Cancelled]}
            outcomes:
              1: {name: cancel, when: cancel, by: [cancel], horizon: 8d, active-within: 16d}
              2: {name: idle, when: no-activity, of: [usage], horizon: 4d, active-within: 16d}
            policies:
              1: {name: gone-quiet, outcome: idle, open-at: 0.60, close-at: 0.40, cool-down: 1d}
            %s""";
}
