package holdfast.core.learning;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerState;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.engine.TestingDecisions;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.FeatureFamily;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.Crossing;
import holdfast.core.score.Scorer;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What a score learned from a log says of customers who do nothing, against someone who looks every
 * minute.
 *
 * <p>What the silence itself adds never falls. The score as a whole may, by a little: a visit that
 * leaves the last seven days takes with it what it was worth.
 */
class LearnedSilencePropertyTest {

    private static final int CUSTOMERS = 70;
    private static final int WATCHED = 8;
    private static final int DAYS = 320;
    private static final int SECOND = 1_000;
    private static final int MINUTE = 60_000;
    private static final int MINUTES = 35 * 24 * 60;
    private static final long GRID_MILLIS = LAPSE.horizonMillis() / Crossing.STEPS_PER_HORIZON;
    private static final double[] THRESHOLDS = {0.2, 0.35, 0.5, 0.6, 0.75};
    private static final double FALL_MAX = 0.1;
    private static final Playbook PLAYBOOK = TestingShop.playbook();

    @Property(tries = 3)
    void aCrossingIsWhereSomeoneWhoLooksEveryMinuteFindsIt(@ForAll long seed) {
        TestingDecisions out = new TestingDecisions();
        Replay replay = new Replay(TestingShop.guidance(Settings.defaults(), SAVE), out);
        log(new Random(seed)).forEach(replay::accept);
        replay.settle(START + DAYS * DAY);
        Scorer scorer = learned(out.told);

        List<CustomerState> watched = watched(replay);
        assertThat(watched).hasSize(WATCHED);
        for (CustomerState customer : watched) {
            double[] risks = everyMinute(scorer, customer);
            double fall = deepestFall(risks);
            assertThat(fall).isLessThan(FALL_MAX);
            for (double threshold : THRESHOLDS) {
                assertCrossing(new Crossing(scorer, LAPSE), customer, threshold, risks);
            }
            assertWhatSilenceAddsNeverFalls(scorer, customer);
        }
    }

    /**
     * To the minute, in whole seconds, unless the score rises above the threshold and falls again
     * between two points of the search.
     */
    private static void assertCrossing(
            Crossing crossing, CustomerState customer, double threshold, double[] risks) {
        long fromMillis = customer.lastMillis();
        long untilMillis = fromMillis + (MINUTES - 1L) * MINUTE;
        long found = crossing.firstAtOrAbove(customer, threshold, fromMillis, untilMillis);
        int minute = 0;
        while (minute < risks.length && risks[minute] < threshold) {
            minute++;
        }
        boolean stays = Arrays.stream(risks).skip(minute).allMatch(risk -> risk >= threshold);
        if (minute == 0) {
            assertThat(found).isBetween(fromMillis, fromMillis + SECOND - 1);
        } else if (stays) {
            if (minute == risks.length) {
                assertThat(found).isEqualTo(Crossing.NEVER);
            } else {
                long expected = at(customer, minute);
                assertThat(found).isBetween(expected - MINUTE, expected + SECOND - 1);
            }
        } else {
            assertThat(found).isGreaterThan(at(customer, minute) - MINUTE);
            long searchedMillis = Math.min(found, untilMillis);
            long firstMillis = -Math.floorDiv(-fromMillis, SECOND) * SECOND;
            for (long at = firstMillis; at < searchedMillis - GRID_MILLIS; at += GRID_MILLIS) {
                assertThat(crossing.scorer().probability(customer, LAPSE, at))
                        .isLessThan(threshold);
            }
        }
        if (found != Crossing.NEVER) {
            assertThat(crossing.scorer().probability(customer, LAPSE, found))
                    .isGreaterThanOrEqualTo(threshold);
        }
    }

    private static void assertWhatSilenceAddsNeverFalls(Scorer scorer, CustomerState customer) {
        double before = Double.NEGATIVE_INFINITY;
        for (int minute = 0; minute < MINUTES; minute += 6 * 60 + 1) {
            double adds =
                    scorer.explain(customer, LAPSE, at(customer, minute)).stream()
                            .filter(LearnedSilencePropertyTest::isOfSilence)
                            .mapToDouble(Reason::contribution)
                            .sum();
            assertThat(adds).isGreaterThanOrEqualTo(before - 1e-12);
            before = adds;
        }
    }

    private static boolean isOfSilence(Reason reason) {
        return reason.family().equals(FeatureFamily.SILENCE.name())
                || reason.family().equals(FeatureFamily.TYPICAL.name());
    }

    private static long at(CustomerState customer, int minute) {
        return customer.lastMillis() + (long) minute * MINUTE;
    }

    private static double[] everyMinute(Scorer scorer, CustomerState customer) {
        double[] risks = new double[MINUTES];
        for (int minute = 0; minute < MINUTES; minute++) {
            risks[minute] = scorer.probability(customer, LAPSE, at(customer, minute));
        }
        return risks;
    }

    private static double deepestFall(double[] risks) {
        double top = 0;
        double deepest = 0;
        for (double risk : risks) {
            top = Math.max(top, risk);
            deepest = Math.max(deepest, top - risk);
        }
        return deepest;
    }

    private static Scorer learned(List<TrainingRecord> told) {
        Learner learner = new Learner(LAPSE, PLAYBOOK);
        told.stream()
                .sorted(Comparator.comparingLong(TrainingRecord::atMillis))
                .forEach(learner::take);
        Lesson lesson = learner.learn(START + DAYS * DAY);
        assertThat(lesson.linear()).isPresent();
        return lesson.model().scorer(LAPSE, PLAYBOOK);
    }

    private static List<CustomerState> watched(Replay replay) {
        List<CustomerState> watched = new ArrayList<>();
        Iterator<CustomerState> customers = replay.customers();
        while (watched.size() < WATCHED) {
            CustomerState customer = customers.next();
            if (customer.rhythmOf(LAPSE.id()) != null) {
                watched.add(customer);
            }
        }
        return watched;
    }

    private static List<Activity> log(Random random) {
        List<Activity> log = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double pace = 2 + 25 * random.nextDouble();
            double leaves = DAYS * 1.6 * random.nextDouble();
            double day = 100 * random.nextDouble();
            while (day < Math.min(DAYS, leaves)) {
                String name =
                        switch (random.nextInt(6)) {
                            case 0 -> "Product Viewed";
                            case 1 -> "Order Refunded";
                            default -> "Order Completed";
                        };
                log.add(TestingShop.event("c-" + customer, day, name, 1 + random.nextInt(9000), 0));
                day += 0.01 + pace * -Math.log(1 - random.nextDouble());
            }
        }
        log.sort(Comparator.comparingLong(Activity::timeMillis));
        return log;
    }
}
