package holdfast.core.learning;

import static holdfast.core.learning.TestingRows.DAY;
import static holdfast.core.learning.TestingRows.HORIZON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.features.Feature;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Customers who come back or are called by chance, at rates that one feature tells. */
class OutreachPropertyTest {

    private static final int CUSTOMERS = 300;
    private static final int DAYS = 40;
    private static final long NOW = DAYS * DAY;

    private TrainingRows rows = TestingRows.none();
    private final List<List<Long>> visits = new ArrayList<>();
    private final List<List<Long>> calls = new ArrayList<>();

    @Property(tries = 10)
    void leavesOutWhomSomebodyCalledWithinAHorizonAndWhoHasNotComeBackSince(
            @ForAll long seed, @ForAll boolean cancels) {
        tell(seed, cancels);

        weigh(cancels);

        for (int row = 0; row < rows.size(); row++) {
            long atMillis = rows.timeMillis(row);
            int customer = (int) rows.customerKey(row);
            long back = cancels ? -1 : last(visits.get(customer), atMillis);
            long called = last(calls.get(customer), atMillis);
            boolean reached = called > back && called > atMillis - HORIZON;
            assertThat(rows.isReachedBefore(row)).isEqualTo(reached);
        }
    }

    @Property(tries = 10)
    void thoseLeftAloneStandForAll(@ForAll long seed, @ForAll boolean cancels) {
        tell(seed, cancels);

        weigh(cancels);

        double[] all = new double[2];
        double[] alone = new double[2];
        double[] weights = new double[2];
        for (int row = 0; row < rows.size(); row++) {
            boolean isOften = rows.feature(row, Feature.DAY_RATE.position()) > 0;
            if (rows.timeMillis(row) + HORIZON <= NOW && !rows.isReachedBefore(row)) {
                all[isOften ? 1 : 0]++;
                alone[isOften ? 1 : 0] += rows.weight(row) > 0 ? 1 : 0;
                weights[isOften ? 1 : 0] += rows.weight(row);
            }
        }
        for (int kind = 0; kind < 2; kind++) {
            assertThat(alone[kind] / all[kind]).isLessThan(0.9);
            assertThat(weights[kind] / all[kind]).isCloseTo(1, within(0.15));
        }
    }

    @Property(tries = 10)
    void nobodyStandsForOthersWhereNobodyIsCalled(@ForAll long seed) {
        tell(seed, false);
        TrainingRows uncalled = TestingRows.none();
        for (int row = 0; row < rows.size(); row++) {
            uncalled.add(snapshot(rows.customerKey(row), rows.timeMillis(row), 0));
        }

        Outreach.weigh(new Now(uncalled, TestingRows.returns(), NOW));

        for (int row = 0; row < uncalled.size(); row++) {
            assertThat(uncalled.weight(row)).isEqualTo(1);
        }
    }

    private void weigh(boolean cancels) {
        Question question = cancels ? TestingRows.cancels() : TestingRows.returns();
        Outreach.weigh(new Now(rows, question, NOW));
    }

    /** One snapshot a day of each; those of one kind are called, and come back, thrice as often. */
    private void tell(long seed, boolean cancels) {
        rows = TestingRows.none();
        visits.clear();
        calls.clear();
        Random random = new Random(seed);
        OpenRows open = new OpenRows(rows, TestingRows.returns());
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            visits.add(new ArrayList<>());
            calls.add(new ArrayList<>());
            double rate = customer % 2 == 0 ? 0.02 : 0.06;
            for (int day = 0; day < DAYS; day++) {
                long atMillis = day * DAY;
                open.add(rows.add(snapshot(customer, atMillis, customer % 2)));
                if (random.nextDouble() < rate) {
                    calls.get(customer).add(atMillis + DAY / 4);
                    open.tell(TrainingRecord.treated(customer, atMillis + DAY / 4));
                }
                if (random.nextDouble() < rate && !cancels) {
                    visits.get(customer).add(atMillis + DAY / 2);
                    open.tell(TrainingRecord.decided(customer, 1, atMillis + DAY / 2));
                }
            }
        }
        rows.arrange(row -> true);
    }

    private static TrainingRecord snapshot(long customer, long atMillis, double kind) {
        return TestingRows.snapshot(customer, atMillis, Map.of(Feature.DAY_RATE, kind));
    }

    private static long last(List<Long> instants, long untilMillis) {
        long last = Long.MIN_VALUE / 2;
        for (long instant : instants) {
            last = instant <= untilMillis ? instant : last;
        }
        return last;
    }
}
