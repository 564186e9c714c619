package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.engine.TestingShop;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelledRowsTest {

    private static final long DAY = TestingShop.DAY;

    private final Playbook playbook = TestingShop.playbook();
    private final Outcome lapse = TestingShop.LAPSE; // 40 days without a purchase
    private final LabelledRows rows = new LabelledRows(lapse, playbook);

    @Test
    void labelsARowOnlyWhenItsHorizonHasPassed() {
        rows.take(snapshot(1, 0));
        rows.take(TrainingRecord.decided(1, lapse.id(), 10 * DAY));
        rows.take(snapshot(2, 0));
        rows.arrange(40 * DAY);

        assertThat(rows.row(0, 40 * DAY - 1).label()).as("back, yet too early").isEmpty();
        assertThat(rows.row(0, 40 * DAY - 1).decidedMillis()).isEqualTo(OptionalLong.of(10 * DAY));
        assertThat(rows.row(1, 40 * DAY - 1).label()).isEmpty();
        assertThat(rows.row(0, 40 * DAY).label()).as("returned").isEqualTo(OptionalInt.of(0));
        assertThat(rows.row(1, 40 * DAY).label()).as("lost").isEqualTo(OptionalInt.of(1));
        assertThat(rows.row(1, 40 * DAY).decidedMillis()).isEmpty();
    }

    @Test
    void aReturnAfterTheHorizonDecidesNothing() {
        rows.take(snapshot(1, 0));
        rows.take(TrainingRecord.decided(1, lapse.id(), 41 * DAY));

        assertThat(rows.row(0, 50 * DAY).label()).isEqualTo(OptionalInt.of(1));
        assertThat(rows.row(0, 50 * DAY).decidedMillis()).isEmpty();
    }

    @Test
    void forgetsThePersonWhoIsErasedAndIgnoresOtherOutcomes() {
        rows.take(snapshot(1, 0));
        rows.take(snapshot(2, 0));
        rows.take(TrainingRecord.decided(2, 9, 5 * DAY));
        rows.take(TrainingRecord.erased(1, 6 * DAY));
        rows.take(TrainingRecord.treated(2, 7 * DAY));
        rows.arrange(7 * DAY);

        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.row(0, 40 * DAY).customerKey()).isEqualTo(2);
        assertThat(rows.row(0, 40 * DAY).treated()).isTrue();
        assertThat(rows.row(0, 40 * DAY).decidedMillis()).isEmpty();
    }

    @Test
    void countsNoRowThatOutreachTouched() {
        rows.take(snapshot(1, 0));
        rows.take(snapshot(2, 0));
        rows.take(TrainingRecord.treated(2, DAY));
        rows.take(snapshot(2, 2 * DAY));
        rows.arrange(50 * DAY);

        assertThat(rows.row(0, 50 * DAY).weight()).isEqualTo(1.0 / Question.SLICES);
        assertThat(rows.row(1, 50 * DAY).weight()).as("before outreach").isZero();
        assertThat(rows.row(2, 50 * DAY).weight()).as("after outreach").isZero();
        assertThat(rows.row(2, 50 * DAY).treated()).isFalse();
    }

    @Test
    void knowsAnErasedCustomerWhoComesBackFromThenOn() {
        rows.take(snapshot(1, 0));
        rows.take(snapshot(2, 0));
        rows.take(TrainingRecord.erased(1, DAY));
        rows.take(snapshot(1, 9 * DAY));
        rows.take(TrainingRecord.decided(1, lapse.id(), 12 * DAY));
        rows.arrange(12 * DAY);

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.row(0, 12 * DAY).customerKey()).isEqualTo(2);
        assertThat(rows.row(1, 12 * DAY).atMillis()).isEqualTo(9 * DAY);
        assertThat(rows.row(1, 12 * DAY).decidedMillis()).isEqualTo(OptionalLong.of(12 * DAY));
    }

    /** The learner arranges rows between records, as it learns. */
    @Test
    void saysOfEveryRowWhatTheLearnerKnows() {
        Random random = new Random(5);
        Question question = Question.of(lapse);
        TrainingRows learned = new TrainingRows(FeatureLayout.of(playbook));
        CustomerRows open = new CustomerRows(learned, question);
        long endMillis = 200 * DAY;
        for (TrainingRecord told : story(random, endMillis)) {
            rows.take(told);
            switch (told.kind()) {
                case SNAPSHOT -> open.add(learned.add(told));
                default -> open.tell(told);
            }
            if (random.nextInt(50) == 0) {
                learned.arrange(row -> true);
                open.rearrange();
            }
        }
        learned.arrange(row -> true);
        rows.arrange(endMillis);

        assertThat(rows.size()).isEqualTo(learned.size()).isGreaterThan(100);
        for (int i = 0; i < rows.size(); i++) {
            LabelledRows.Row row = rows.row(i, endMillis);
            assertThat(row.atMillis()).isEqualTo(learned.timeMillis(i));
            assertThat(row.customerKey()).isEqualTo(learned.customerKey(i));
            assertThat(row.treated()).isEqualTo(learned.isTreated(i));
            assertThat(row.label().isPresent()).isEqualTo(question.isMature(learned, i, endMillis));
            if (row.label().isPresent()) {
                assertThat((double) row.label().getAsInt()).isEqualTo(question.label(learned, i));
            }
            for (int at = 0; at < rows.layout().width(); at++) {
                assertThat(rows.feature(i, at)).isEqualTo(learned.feature(i, at));
            }
        }
    }

    private List<TrainingRecord> story(Random random, long endMillis) {
        List<TrainingRecord> story = new ArrayList<>();
        for (long atMillis = 0; atMillis < endMillis; atMillis += DAY / 4) {
            long customer = random.nextInt(12);
            int what = random.nextInt(10);
            if (what < 7) {
                story.add(snapshot(customer, atMillis));
            } else if (what < 9) {
                story.add(TrainingRecord.decided(customer, lapse.id(), atMillis));
            } else {
                story.add(TrainingRecord.treated(customer, atMillis));
            }
        }
        return story;
    }

    private TrainingRecord snapshot(long customer, long atMillis) {
        FeatureLayout layout = FeatureLayout.of(playbook);
        double[] features = new double[layout.width()];
        for (int i = 0; i < features.length; i++) {
            features[i] = customer + i / 100.0 + atMillis / 1e12;
        }
        return TrainingRecord.snapshot(
                customer,
                lapse.id(),
                atMillis,
                new Snapshot(
                        new Snapshot.Span(0, atMillis, 1),
                        100 * customer,
                        layout.categoryIds(),
                        features));
    }
}
