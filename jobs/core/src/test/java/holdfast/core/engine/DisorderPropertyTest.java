package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the order of arrival, and the watermark, may and may not change. */
class DisorderPropertyTest {

    private static final long END = START + 400 * DAY;

    private final Guidance guidance = TestingShop.guidance(Settings.defaults(), SAVE);

    @Property
    void alertsThatStandAreThoseOfTheEventsInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> ordered = visits(random);
        List<Activity> disordered = displaced(ordered, random, SAVE.quietForMillis());

        TestingDecisions expected = decisions(ordered, Long.MIN_VALUE);
        TestingDecisions actual = decisions(disordered, Long.MIN_VALUE);

        assertThat(actual.standing()).isEqualTo(expected.standing());
    }

    @Property
    void alertsThatStandDoNotDependOnHowFarTheWatermarkHasRunAhead(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> ordered = visits(random);
        List<Activity> disordered = displaced(ordered, random, SAVE.quietForMillis());

        TestingDecisions expected = decisions(ordered, Long.MIN_VALUE);
        TestingDecisions actual = decisions(disordered, SAVE.quietForMillis());

        assertThat(actual.standing()).isEqualTo(expected.standing());
    }

    @Property
    void eagerAndLazyWakeUpsGiveTheSameMessages(@ForAll long seed) {
        List<Activity> ordered = visits(new Random(seed));

        List<Alert> lazy = decisions(ordered, Long.MIN_VALUE).alerts;
        List<Alert> eager = decisions(ordered, -1).alerts;

        assertThat(eager).isEqualTo(lazy);
    }

    @Property
    void engagementDoesNotDependOnTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> ordered = visits(random);
        List<Activity> disordered = displaced(ordered, random, 100 * DAY);

        CustomerState expected = folded(ordered);
        CustomerState actual = folded(disordered);

        assertThat(tallies(actual)).isEqualTo(tallies(expected));
        assertThat(fadedCount(actual)).isCloseTo(fadedCount(expected), withinPercentage(1e-10));
    }

    @Property
    void noSequenceNumberIsUsedTwice(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> disordered = displaced(visits(random), random, 60 * DAY);

        List<Alert> alerts = decisions(disordered, 10 * DAY).alerts;

        Set<String> names = new HashSet<>();
        assertThat(alerts).allSatisfy(alert -> assertThat(names.add(alert.messageId())).isTrue());
    }

    /** A customer who comes in spells, some long silences between. */
    private static List<Activity> visits(Random random) {
        List<Activity> visits = new ArrayList<>();
        long millis = START;
        while (millis < START + 300 * DAY) {
            visits.add(
                    new Activity(
                            "c-1",
                            millis,
                            random.nextInt(5) == 0 ? "Product Viewed" : "Order Completed",
                            100,
                            0,
                            0,
                            SourceKind.TRANSACTION));
            double days =
                    random.nextInt(12) == 0
                            ? 20 + 70 * random.nextDouble()
                            : 6 * random.nextDouble();
            millis += (long) (days * DAY) + 1;
        }
        return visits;
    }

    /** The same, each arriving after at most the bound's worth of later ones. */
    private static List<Activity> displaced(
            List<Activity> ordered, Random random, long boundMillis) {
        record Arrival(Activity activity, long atMillis) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Activity activity : ordered) {
            long delayMillis = (long) (random.nextDouble() * boundMillis);
            arrivals.add(new Arrival(activity, activity.timeMillis() + delayMillis));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals.stream().map(Arrival::activity).toList();
    }

    /**
     * Replays with a watermark that runs so far ahead of each activity, in arrival order; a
     * negative lead lets it trail by that much, {@code Long.MIN_VALUE} keeps it at the beginning.
     */
    private TestingDecisions decisions(List<Activity> arrivals, long leadMillis) {
        TestingDecisions out = new TestingDecisions();
        Replay replay = new Replay(guidance, out);
        long watermarkMillis = Long.MIN_VALUE;
        for (Activity activity : arrivals) {
            if (leadMillis != Long.MIN_VALUE) {
                watermarkMillis = Math.max(watermarkMillis, activity.timeMillis() + leadMillis);
            }
            replay.accept(activity, watermarkMillis);
        }
        replay.settle(END);
        return out;
    }

    private CustomerState folded(List<Activity> arrivals) {
        CustomerState customer = new CustomerState("c-1");
        for (Activity activity : arrivals) {
            Rules rules = guidance.rules().at(activity.timeMillis());
            customer.engagement()
                    .fold(activity, rules.playbook().categoryOf(activity.name()), rules.fold());
        }
        return customer;
    }

    private static String tallies(CustomerState customer) {
        var rhythm = customer.rhythmOf(1);
        var tally = customer.tallyOf(1);
        return rhythm == null || tally == null
                ? "never"
                : "%d %d %d %d %d"
                        .formatted(
                                rhythm.firstMillis(),
                                rhythm.lastMillis(),
                                rhythm.activeDays(),
                                rhythm.activeDaysOfLast(90),
                                tally.count());
    }

    private double fadedCount(CustomerState customer) {
        var tally = customer.tallyOf(1);
        return tally == null ? 0 : tally.fadedCount(1, END, rules().halfLives());
    }

    private FoldRules rules() {
        return guidance.rules().at(0).fold();
    }
}
