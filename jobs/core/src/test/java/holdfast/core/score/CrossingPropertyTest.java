package holdfast.core.score;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.customer.CustomerState;
import holdfast.core.customer.TestingCustomers;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.playbook.Playbook;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Crossings against someone who looks at every second. */
class CrossingPropertyTest {

    private static final int SECONDS = 2_000;

    /** A horizon of 640 s: a grid point every 10 s. */
    private static final Outcome BRIEF =
            new Outcome(
                    1, "brief", OutcomeKind.NO_ACTIVITY, Set.of(1), Set.of(), 640_000, 6_400_000);

    private final CustomerState nobody = new CustomerState("c-1");

    @Property(tries = 500)
    void isTheFirstSecondOfAScoreThatRises(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double threshold,
            @ForAll @IntRange(max = SECONDS * 1_000 - 1) int fromMillis,
            @ForAll @IntRange(max = SECONDS * 1_000 - 1) int untilMillis) {
        double[] scores = scores(new Random(seed), 1);
        Arrays.sort(scores);
        Scorer scorer = new TestingScorer(true, second -> scores[(int) second]);

        assertThat(
                        new Crossing(scorer, BRIEF)
                                .firstAtOrAbove(nobody, threshold, fromMillis, untilMillis))
                .isEqualTo(bruteForce(scores, threshold, fromMillis, untilMillis));
    }

    @Property(tries = 500)
    void isTheFirstSecondOfAScoreThatStaysPutBetweenGridPoints(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double threshold,
            @ForAll @IntRange(max = SECONDS * 1_000 - 1) int untilMillis) {
        double[] scores = scores(new Random(seed), 10);
        Scorer scorer = new TestingScorer(false, second -> scores[(int) second]);

        assertThat(new Crossing(scorer, BRIEF).firstAtOrAbove(nobody, threshold, 0, untilMillis))
                .isEqualTo(bruteForce(scores, threshold, 0, untilMillis));
    }

    @Property(tries = 300)
    void isWhereThePriorReachesTheThreshold(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.99) double threshold) {
        Playbook playbook = TestingCustomers.playbook(3, 1, 1);
        CustomerState customer = TestingCustomers.random(new Random(seed), playbook);
        Assume.that(customer.rhythmOf(1) != null);
        Scorer prior = TestingCustomers.guidance(playbook).models().at(START).scorerFor(LAPSE);
        long fromMillis = customer.lastMillis();
        long untilMillis = fromMillis + 300 * DAY;

        long found =
                new Crossing(prior, LAPSE)
                        .firstAtOrAbove(customer, threshold, fromMillis, untilMillis);

        if (found == Crossing.NEVER) {
            assertThat(prior.probability(customer, LAPSE, untilMillis - 1_000))
                    .isLessThan(threshold);
            return;
        }
        assertThat(prior.probability(customer, LAPSE, found)).isGreaterThanOrEqualTo(threshold);
        for (long millis = fromMillis; millis < found - 1_000; millis += DAY / 7) {
            assertThat(prior.probability(customer, LAPSE, millis)).isLessThan(threshold);
        }
        if (found - 1_000 >= fromMillis) {
            assertThat(prior.probability(customer, LAPSE, found - 1_000)).isLessThan(threshold);
        }
    }

    private static long bruteForce(
            double[] scores, double threshold, long fromMillis, long untilMillis) {
        for (int second = 0; second < scores.length; second++) {
            long millis = second * 1_000L;
            if (millis >= fromMillis && millis <= untilMillis && scores[second] >= threshold) {
                return millis;
            }
        }
        return Crossing.NEVER;
    }

    /** Random scores, each for so many seconds, few of them high. */
    private static double[] scores(Random random, int eachSeconds) {
        double[] scores = new double[SECONDS];
        double power = 1 + random.nextInt(40);
        for (int i = 0; i < SECONDS; i++) {
            scores[i] = i % eachSeconds == 0 ? Math.pow(random.nextDouble(), power) : scores[i - 1];
        }
        return scores;
    }
}
