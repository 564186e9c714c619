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
import net.jqwik.api.constraints.IntRange;

/**
 * Customers who come back or are called by chance, at rates that one feature tells.
 *
 * <p>They are so many that chance alone takes what is said of them beyond its bounds in one run of
 * ten thousand: over many draws the weights' mean lay .03 too high at most and spread by .028, and
 * of those seldom called .86 were left alone, with a spread of .008.
 */
class OutreachPropertyTest {

    private static final int CUSTOMERS = 600;
    private static final int DAYS = 40;
    private static final long NOW = DAYS * DAY;

    private TrainingRows rows = TestingRows.none();
    private final List<List<Long>> visits = new ArrayList<>();
    private final List<List<Long>> calls = new ArrayList<>();

    @Property(tries = 10)
    void leavesOutWhomSomebodyCalledWithinAHorizonAndWhoHasNotComeBackSince(
            @ForAll long seed, @ForAll boolean cancels) {
        tell(seed, cancels, 1);

        weigh(cancels);

        for (int row = 0; row < rows.size(); row++) {
            long atMillis = rows.timeMillis(row);
            int customer = (int) rows.customerKey(row);
            boolean reached = false;
            for (long call : calls.get(customer)) {
                long seen = call / DAY * DAY;
                boolean isBack = isAnyWithin(visits.get(customer), seen, atMillis);
                reached |= call <= atMillis && call > atMillis - HORIZON && !isBack;
            }
            assertThat(rows.isReachedBefore(row)).isEqualTo(reached);
        }
    }

    @Property(tries = 10)
    void thoseLeftAloneStandForAll(
            @ForAll long seed,
            @ForAll boolean cancels,
            @ForAll @IntRange(min = 1, max = 3) int everyDays) {
        tell(seed, cancels, everyDays);

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
        tell(seed, false, 1);
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

    /**
     * A snapshot of each every so many days; those of one kind are called, and come back, thrice as
     * often.
     */
    private void tell(long seed, boolean cancels, int everyDays) {
        rows = TestingRows.none();
        visits.clear();
        calls.clear();
        Random random = new Random(seed);
        CustomerRows open = new CustomerRows(rows, TestingRows.returns());
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            visits.add(new ArrayList<>());
            calls.add(new ArrayList<>());
            double rate = customer % 2 == 0 ? 0.02 : 0.06;
            for (int day = 0; day < DAYS; day++) {
                long atMillis = day * DAY;
                if (day % everyDays == 0) {
                    open.add(rows.add(snapshot(customer, atMillis, customer % 2)));
                }
                long callMillis = atMillis + 1 + random.nextInt((int) DAY - 2);
                long visitMillis = atMillis + 1 + random.nextInt((int) DAY - 2);
                boolean visits = random.nextDouble() < rate && !cancels;
                if (visits && visitMillis < callMillis) {
                    visit(open, customer, visitMillis);
                }
                if (random.nextDouble() < rate) {
                    calls.get(customer).add(callMillis);
                    open.tell(TrainingRecord.treated(customer, callMillis));
                }
                if (visits && visitMillis >= callMillis) {
                    visit(open, customer, visitMillis);
                }
            }
        }
        rows.arrange(row -> true);
    }

    private void visit(CustomerRows open, int customer, long atMillis) {
        visits.get(customer).add(atMillis);
        open.tell(TrainingRecord.decided(customer, 1, atMillis));
    }

    private static TrainingRecord snapshot(long customer, long atMillis, double kind) {
        return TestingRows.snapshot(customer, atMillis, Map.of(Feature.DAY_RATE, kind));
    }

    private static boolean isAnyWithin(List<Long> instants, long afterMillis, long untilMillis) {
        return instants.stream().anyMatch(each -> each > afterMillis && each <= untilMillis);
    }
}
