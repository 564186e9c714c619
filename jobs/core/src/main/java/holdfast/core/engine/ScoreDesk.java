package holdfast.core.engine;

import holdfast.core.alert.ScoreReport;
import holdfast.core.episode.PublishedScore;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.RiskBand;
import holdfast.core.score.Crossing;
import java.util.ArrayList;
import java.util.List;

/** Publishes a customer's score when it has moved: into another band, or by a step. */
final class ScoreDesk {

    private ScoreDesk() {}

    /** Publishes if a score has moved, or if an alert message makes the last report untrue. */
    static void publish(Moment moment, boolean alertChanged, Decisions out) {
        if (moment.atMillis() < moment.guidance().settings().liveFromMillis()) {
            return;
        }
        boolean moved = alertChanged;
        List<Outcome> outcomes = moment.rules().playbook().outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            moved |= hasMoved(moment, outcomes.get(i));
        }
        if (moved) {
            report(moment, out);
        }
    }

    private static boolean hasMoved(Moment moment, Outcome outcome) {
        if (moment.customer().rhythmOf(outcome.id()) == null) {
            return false;
        }
        PublishedScore published = moment.customer().episode().published(outcome.id());
        double probability = moment.probability(outcome);
        RiskBand band = moment.rules().playbook().bands().of(probability);
        return band.code() != published.bandCode()
                || Math.abs(probability - published.probability())
                        >= moment.guidance().settings().scoreStep();
    }

    private static void report(Moment moment, Decisions out) {
        Playbook playbook = moment.rules().playbook();
        List<ScoreReport.OutcomeScore> scores = new ArrayList<>();
        for (Outcome outcome : playbook.outcomes()) {
            if (moment.customer().rhythmOf(outcome.id()) != null) {
                scores.add(score(moment, outcome));
            }
        }
        if (scores.isEmpty()) {
            return;
        }
        Outcome primary = playbook.primaryOutcome();
        double probability =
                moment.customer().rhythmOf(primary.id()) == null
                        ? scores.get(0).probability()
                        : moment.probability(primary);
        out.score(
                new ScoreReport(
                        moment.customer().customerId(),
                        moment.atMillis(),
                        playbook.name(),
                        playbook.version(),
                        moment.model().version(),
                        moment.worth(primary, probability),
                        scores,
                        PolicyReviews.of(moment)));
    }

    private static ScoreReport.OutcomeScore score(Moment moment, Outcome outcome) {
        double probability = moment.probability(outcome);
        RiskBand band = moment.rules().playbook().bands().of(probability);
        moment.customer().episode().published(outcome.id()).publish(probability, band.code());
        long crossesAtMillis = crossesAtMillis(moment, outcome, band);
        return new ScoreReport.OutcomeScore(
                outcome.name(),
                probability,
                band,
                crossesAtMillis,
                crossesAtMillis == Crossing.NEVER ? band : band.next(),
                moment.scorerFor(outcome).explain(moment.customer(), outcome, moment.atMillis()));
    }

    /** When silence alone lifts the score into the next band, within the active window. */
    private static long crossesAtMillis(Moment moment, Outcome outcome, RiskBand band) {
        if (band == RiskBand.CRITICAL || moment.hasCancelled(outcome)) {
            return Crossing.NEVER;
        }
        return new Crossing(moment.scorerFor(outcome), outcome)
                .firstAtOrAbove(
                        moment.customer(),
                        moment.rules().playbook().bands().floorOf(band.next()),
                        moment.atMillis(),
                        moment.rhythm(outcome).lastMillis() + outcome.activeWithinMillis() - 1);
    }
}
