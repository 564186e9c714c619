package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingRows.HORIZON;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.Feature;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CustomerRowsPropertyTest {

    private static final int DAYS = 60;

    /** However late calls are told of. */
    @Property(tries = 100)
    void labelsAsSomeoneWouldWhoReadsTheWholeHistoryAfterwards(
            @ForAll long seed, @ForAll boolean cancels) {
        Random random = new Random(seed);
        Question question = cancels ? TestingRows.cancels() : TestingRows.returns();
        TrainingRows rows = TestingRows.none();
        CustomerRows open = new CustomerRows(rows, question);
        List<Long> visits = new ArrayList<>();
        List<Long> calls = new ArrayList<>();
        Deque<Long> unheard = new ArrayDeque<>();
        for (int day = 0; day < DAYS; day++) {
            long atMillis = day * DAY;
            open.add(rows.add(TestingRows.snapshot(7, atMillis, Map.of(Feature.TENURE, 1.0))));
            if (random.nextInt(10) == 0) {
                calls.add(atMillis + 1);
                unheard.add(atMillis + 1);
            }
            while (!unheard.isEmpty() && random.nextInt(4) > 0) {
                open.tell(TrainingRecord.treated(7, unheard.remove()));
            }
            if (random.nextInt(6) == 0) {
                visits.add(atMillis + 2);
                open.tell(TrainingRecord.decided(7, 1, atMillis + 2));
            }
            open.tell(TrainingRecord.decided(8, 1, atMillis + 3));
            if (random.nextInt(4) == 0) {
                rows.arrange(row -> true);
                open.rearrange();
            }
        }

        unheard.forEach(atMillis -> open.tell(TrainingRecord.treated(7, atMillis)));
        for (int row = 0; row < DAYS - Question.SLICES; row++) {
            long firstVisit = first(visits, rows.timeMillis(row));
            long firstCall = first(calls, rows.timeMillis(row));
            long endMillis = rows.timeMillis(row) + HORIZON;
            boolean treated = firstCall <= endMillis && firstCall < firstVisit;
            assertThat(question.label(rows, row))
                    .isEqualTo((firstVisit <= endMillis) == cancels ? 1 : 0);
            assertThat(rows.isTreated(row)).isEqualTo(treated);
        }
    }

    private static long first(List<Long> instants, long afterMillis) {
        return instants.stream()
                .filter(instant -> instant > afterMillis)
                .findFirst()
                .orElse(TrainingRows.NEVER);
    }
}
