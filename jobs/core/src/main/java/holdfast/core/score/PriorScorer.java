package holdfast.core.score;

import holdfast.core.alert.Phrase;
import holdfast.core.alert.Reason;
import holdfast.core.customer.CustomerView;
import holdfast.core.engagement.Rhythm;
import holdfast.core.playbook.Outcome;
import holdfast.core.prior.BgNbd;
import holdfast.core.time.Days;
import java.util.List;
import java.util.Objects;

/**
 * The scorer that needs no labels: the buy-till-you-die probability of no activity within the
 * horizon.
 *
 * <p>Repeats are distinct active days after the first; first and last activity stand at the start
 * of their day, see {@link ActiveSpan}. For an outcome of kind CANCEL it stands in as a proxy: it
 * still tells the probability of no activity. Stateless.
 */
public final class PriorScorer implements Scorer {

    private static final double WEEK_MILLIS = 7.0 * Days.DAY_MILLIS;
    private static final double DAY_MILLIS = Days.DAY_MILLIS;
    private static final String FAMILY = "ENGAGEMENT";

    private final BgNbd prior;
    private final ActiveSpan span;

    /** A scorer of these parameters for customers whose days are those of the reporting zone. */
    public PriorScorer(BgNbd prior, Days days) {
        this.prior = prior;
        this.span = new ActiveSpan(days);
    }

    /** The shipped defaults, scaled to the outcome's horizon. */
    public static PriorScorer defaultFor(Outcome outcome, Days days) {
        return new PriorScorer(BgNbd.defaultFor(outcome.horizonMillis() / WEEK_MILLIS), days);
    }

    /** The parameters. */
    public BgNbd prior() {
        return prior;
    }

    @Override
    public double probability(CustomerView customer, Outcome outcome, long nowMillis) {
        Rhythm rhythm = rhythm(customer, outcome);
        return prior.probabilityNoActivity(
                span.repeats(rhythm),
                span.lastWeeks(rhythm),
                span.ageWeeks(rhythm, nowMillis),
                outcome.horizonMillis() / WEEK_MILLIS);
    }

    @Override
    public double priorProbability(CustomerView customer, Outcome outcome, long nowMillis) {
        return probability(customer, outcome, nowMillis);
    }

    @Override
    public double probabilityIfActive(CustomerView customer, Outcome outcome, long nowMillis) {
        Rhythm rhythm = rhythm(customer, outcome);
        boolean anotherDay = nowMillis - rhythm.lastMillis() >= Days.DAY_MILLIS;
        double ageWeeks = span.ageWeeks(rhythm, nowMillis);
        return prior.probabilityNoActivity(
                anotherDay ? span.repeats(rhythm) + 1 : span.repeats(rhythm),
                ageWeeks,
                ageWeeks,
                outcome.horizonMillis() / WEEK_MILLIS);
    }

    @Override
    public boolean risesInSilence() {
        return true;
    }

    @Override
    public boolean reactsToOtherEvents() {
        return false;
    }

    /**
     * The chance that the customer has left already, and the chance of staying yet keeping quiet.
     */
    @Override
    public List<Reason> explain(CustomerView customer, Outcome outcome, long nowMillis) {
        Rhythm rhythm = rhythm(customer, outcome);
        double left =
                1
                        - prior.probabilityAlive(
                                span.repeats(rhythm),
                                span.lastWeeks(rhythm),
                                span.ageWeeks(rhythm, nowMillis));
        double total = probability(customer, outcome, nowMillis);
        return List.of(
                new Reason(
                        "LEFT_ALREADY",
                        FAMILY,
                        left,
                        Reason.Scale.PROBABILITY,
                        silenceInWords(rhythm, nowMillis)),
                new Reason(
                        "SELDOM_HERE",
                        FAMILY,
                        Math.max(0, total - left),
                        Reason.Scale.PROBABILITY,
                        Phrase.of(
                                "active on %d days in %.0f",
                                rhythm.activeDays(),
                                Math.ceil((nowMillis - rhythm.firstMillis()) / DAY_MILLIS))));
    }

    private static String silenceInWords(Rhythm rhythm, long nowMillis) {
        double silentDays = (nowMillis - rhythm.lastMillis()) / DAY_MILLIS;
        if (rhythm.usualGapMillis() == 0) {
            return Phrase.of("silent %.1f days; came once so far", silentDays);
        }
        return Phrase.of(
                "silent %.1f days; used to come every %.1f",
                silentDays, rhythm.usualGapMillis() / DAY_MILLIS);
    }

    private static Rhythm rhythm(CustomerView customer, Outcome outcome) {
        return Objects.requireNonNull(
                customer.rhythmOf(outcome.id()), "the customer was never active");
    }
}
