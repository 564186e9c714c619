package holdfast.core.engine;

import holdfast.core.engagement.Rhythm;
import holdfast.core.features.Feature;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.List;

/**
 * Tells what scores can be learned from: how customers stand at their grid points, and what decides
 * their outcomes.
 *
 * <p>A grid point is looked at in its time or when the next event overtakes it, in either case
 * before that event is folded: so a snapshot costs no state and knows nothing of what comes after.
 */
final class SampleDesk {

    private static final double PROBABILITY_MIN = 1e-12;

    private SampleDesk() {}

    /**
     * Takes a snapshot for each outcome if the moment is a grid point. One before the customer's
     * last event was looked at when that came, and is not told again with what came later.
     */
    static void sample(Moment moment, Decisions out) {
        boolean isPast = moment.atMillis() <= moment.customer().lastMillis();
        if (isPast || !Grid.isPoint(moment) || !isHeard(moment, out)) {
            return;
        }
        List<Sampled> sampled = moment.rules().sampled();
        for (int i = 0; i < sampled.size(); i++) {
            Sampled each = sampled.get(i);
            if (moment.isInScope(each.outcome()) && Grid.index(moment) % each.stride() == 0) {
                out.training(snapshot(moment, each));
            }
        }
    }

    /** Nothing is made for nobody. */
    private static boolean isHeard(Moment moment, Decisions out) {
        return out.learnsFrom(TrainingRecord.keyOf(moment.customer()));
    }

    private static TrainingRecord snapshot(Moment moment, Sampled sampled) {
        Outcome outcome = sampled.outcome();
        Rhythm rhythm = moment.rhythm(outcome);
        double[] features = new double[sampled.layout().width()];
        sampled.reader()
                .read(moment.customer(), moment.atMillis(), priorLogit(moment, outcome), features);
        return TrainingRecord.snapshot(
                TrainingRecord.keyOf(moment.customer()),
                outcome.id(),
                moment.atMillis(),
                new Snapshot(
                        new Snapshot.Span(
                                rhythm.firstMillis(), rhythm.lastMillis(), rhythm.activeDays()),
                        moment.valueMinor(outcome),
                        sampled.layout().categoryIds(),
                        features));
    }

    /** By the prior in force at the moment; {@link Feature#PRIOR_LOGIT} clips it further. */
    private static double priorLogit(Moment moment, Outcome outcome) {
        double probability =
                moment.scorerFor(outcome)
                        .priorProbability(moment.customer(), outcome, moment.atMillis());
        double inside = Math.max(PROBABILITY_MIN, Math.min(1 - PROBABILITY_MIN, probability));
        return Math.log(inside / (1 - inside));
    }

    /**
     * Tells of an event that is about to be folded if it decides an outcome of which there may be
     * an undecided snapshot.
     */
    static void decide(Moment moment, Category category, Decisions out) {
        if (!isHeard(moment, out)) {
            return;
        }
        List<Sampled> sampled = moment.rules().sampled();
        for (int i = 0; i < sampled.size(); i++) {
            Sampled each = sampled.get(i);
            if (each.isDecidedBy(category.id()) && mayBeOpen(moment, each.outcome())) {
                out.training(
                        TrainingRecord.decided(
                                TrainingRecord.keyOf(moment.customer()),
                                each.outcome().id(),
                                moment.atMillis()));
            }
        }
    }

    /**
     * Whether a snapshot may wait for this event. Of activities only the last is remembered: one
     * from before it may be the first that a snapshot waits for. A cancel need not be the first
     * either: a snapshot may have been taken before an earlier one was heard of.
     */
    private static boolean mayBeOpen(Moment moment, Outcome outcome) {
        Rhythm rhythm = moment.customer().rhythmOf(outcome.id());
        if (rhythm == null) {
            return false;
        }
        boolean cancels = !outcome.cancelCategories().isEmpty();
        boolean sinceFirst = cancels || moment.atMillis() < rhythm.lastMillis();
        return Grid.hasPointSince(sinceFirst ? rhythm.firstMillis() : rhythm.lastMillis(), moment);
    }
}
