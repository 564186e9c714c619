package holdfast.core.engagement;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.customer.TestingCustomers;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Engagement against an oracle that keeps all events; days are those of Berlin. */
class EngagementPropertyTest {

    private static final long NOW = START + 1_200 * DAY;

    /** Less than the bitmap's days, whatever the clocks do. */
    private static final long DISPLACED_MAX = (Rhythm.WINDOW_DAYS - 1) * DAY - DAY / 12;

    private final Playbook playbook = TestingCustomers.playbook(4, 2, 1);
    private final FoldRules rules = FoldRules.of(playbook);

    @Property(tries = 60)
    void isThatOfAllEventsInWhateverOrderTheyCome(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> events = events(random, 1_000);

        assertIsThatOf(events, folded(displaced(events, random)));
    }

    @Property(tries = 60)
    void mergesTwoShareOfAShortTime(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> events = events(random, 120);
        List<Activity> some = new ArrayList<>();
        List<Activity> others = new ArrayList<>();
        for (Activity event : displaced(events, random)) {
            (random.nextBoolean() ? some : others).add(event);
        }
        Engagement merged = folded(some);
        merged.merge(folded(others), rules);

        assertIsThatOf(events, merged);
    }

    @Property(tries = 60)
    void mergesABackfillWithWhatCameSince(@ForAll long seed) {
        Random random = new Random(seed);
        List<Activity> events = events(random, 1_000);
        long cutDay = rules.days().dayOf(START + random.nextInt(1_000) * DAY);
        List<Activity> before = new ArrayList<>();
        List<Activity> since = new ArrayList<>();
        for (Activity event : displaced(events, random)) {
            (rules.days().dayOf(event.timeMillis()) < cutDay ? before : since).add(event);
        }
        Engagement live = folded(since);
        live.merge(folded(before), rules);
        Engagement backfill = folded(before);
        backfill.merge(folded(since), rules);

        assertIsThatOf(events, live);
        assertIsThatOf(events, backfill);
    }

    private void assertIsThatOf(List<Activity> events, Engagement actual) {
        NaiveEngagement naive = new NaiveEngagement(events, playbook);
        assertThat(actual.firstMillis()).isEqualTo(naive.first(events));
        assertThat(actual.lastMillis()).isEqualTo(naive.last(events));
        assertTally(naive, Category.OTHER, actual);
        playbook.categories().forEach(category -> assertTally(naive, category, actual));
        playbook.outcomes().forEach(outcome -> assertRhythm(naive, outcome, actual));
        assertMoney(naive, actual.money());
    }

    private void assertTally(NaiveEngagement naive, Category category, Engagement actual) {
        List<Activity> events = naive.of(category.id());
        CategoryTally tally = actual.tallyOf(category.id());
        if (events.isEmpty()) {
            assertThat(tally).isNull();
            return;
        }
        Objects.requireNonNull(tally);
        assertThat(tally.count()).isEqualTo(events.size());
        assertThat(tally.firstMillis()).isEqualTo(naive.first(events));
        assertThat(tally.lastMillis()).isEqualTo(naive.last(events));
        for (int i = 0; i < HalfLives.COUNT; i++) {
            double halfLifeMillis = rules.halfLives().millis(i);
            assertAlmostEqual(
                    tally.fadedCount(i, NOW, rules.halfLives()),
                    naive.fadedCount(events, halfLifeMillis, NOW));
        }
    }

    private void assertRhythm(NaiveEngagement naive, Outcome outcome, Engagement actual) {
        List<Activity> events = naive.activityOf(outcome);
        Rhythm rhythm = actual.rhythmOf(outcome.id());
        if (events.isEmpty()) {
            assertThat(rhythm).isNull();
            return;
        }
        Objects.requireNonNull(rhythm);
        assertThat(rhythm.firstMillis()).isEqualTo(naive.first(events));
        assertThat(rhythm.lastMillis()).isEqualTo(naive.last(events));
        assertThat(rhythm.activeDays()).isEqualTo((int) naive.activeDays(events));
        assertThat(rhythm.displaced()).isZero();
        for (int days = 0; days <= Rhythm.WINDOW_DAYS; days++) {
            assertThat(rhythm.activeDaysOfLast(days))
                    .as("of the last %s days", days)
                    .isEqualTo((int) naive.activeDaysOfLast(days, events));
        }
    }

    private void assertMoney(NaiveEngagement naive, MoneyTally money) {
        assertThat(money.revenueMinor()).isEqualTo(naive.sumMinor(ValueKind.REVENUE));
        assertThat(money.refundMinor()).isEqualTo(naive.sumMinor(ValueKind.REFUND));
        for (int i = 0; i < HalfLives.COUNT; i++) {
            double halfLifeMillis = rules.halfLives().millis(i);
            double revenue = naive.fadedMinor(ValueKind.REVENUE, halfLifeMillis, NOW);
            double refunds = naive.fadedMinor(ValueKind.REFUND, halfLifeMillis, NOW);
            // The bound is one of each sum: their difference may be small by cancelling.
            assertThat(
                            Math.abs(
                                    money.fadedNetMinor(i, NOW, rules.halfLives())
                                            - Math.max(0, revenue - refunds)))
                    .isLessThanOrEqualTo(1e-12 * (revenue + refunds) + Double.MIN_NORMAL);
        }
    }

    private static void assertAlmostEqual(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(1e-10));
    }

    private Engagement folded(List<Activity> events) {
        Engagement engagement = new Engagement();
        for (Activity event : events) {
            engagement.fold(event, playbook.categoryOf(event.name()), rules);
        }
        return engagement;
    }

    /** Events in order of time; refunds refer to any earlier time. */
    private static List<Activity> events(Random random, int days) {
        List<Activity> events = new ArrayList<>();
        long millis = START;
        while (millis < START + days * DAY) {
            boolean refund = random.nextInt(6) == 0;
            int amount = random.nextInt(20_000);
            events.add(
                    new Activity(
                            "c-1",
                            millis,
                            refund ? "event-2" : "event-" + random.nextInt(7),
                            refund ? -amount : amount,
                            refund ? START + (long) (random.nextDouble() * (millis - START)) : 0,
                            0,
                            SourceKind.TRANSACTION));
            double gap = random.nextInt(8) == 0 ? 40 : 3;
            millis += (long) (random.nextDouble() * gap * DAY);
        }
        return events;
    }

    /** The same in an order in which each is overtaken by less than the bitmap's length. */
    private static List<Activity> displaced(List<Activity> events, Random random) {
        record Arrival(Activity event, long atMillis) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Activity event : events) {
            long delayMillis = (long) (random.nextDouble() * DISPLACED_MAX);
            arrivals.add(new Arrival(event, event.timeMillis() + delayMillis));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals.stream().map(Arrival::event).toList();
    }
}
