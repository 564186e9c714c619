package holdfast.core.engine;

import holdfast.core.alert.HoldReason;
import holdfast.core.alert.Phrase;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engagement.Rhythm;
import holdfast.core.episode.Episode;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says how each policy sees a customer: its state, its gates, and what comes next. */
final class PolicyReviews {

    private static final double DAY_MILLIS = 86_400_000.0;

    private PolicyReviews() {}

    static List<ScoreReport.PolicyReview> of(Moment moment) {
        List<ScoreReport.PolicyReview> reviews = new ArrayList<>();
        for (Policy policy : moment.rules().playbook().policies()) {
            Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
            if (moment.customer().rhythmOf(outcome.id()) != null) {
                reviews.add(review(moment, policy, outcome));
            }
        }
        return reviews;
    }

    private static ScoreReport.PolicyReview review(Moment moment, Policy policy, Outcome outcome) {
        PolicyEpisode episode = moment.customer().episode().policy(policy.id());
        ScoreReport.State state = state(moment, outcome, episode);
        long nextAtMillis =
                PolicyWatch.nextMillis(moment, policy, moment.atMillis(), Episode.NEVER);
        return new ScoreReport.PolicyReview(
                policy.id(),
                policy.name(),
                state,
                policy.openAt(),
                gates(moment, policy, outcome, episode),
                next(state, nextAtMillis),
                nextAtMillis);
    }

    private static ScoreReport.State state(Moment moment, Outcome outcome, PolicyEpisode episode) {
        if (episode.isOpen()) {
            return ScoreReport.State.OPEN;
        }
        if (!moment.isInScope(outcome)) {
            return ScoreReport.State.OUT_OF_SCOPE;
        }
        long lastMillis = moment.rhythm(outcome).lastMillis();
        if (episode.isSpent(lastMillis)) {
            return ScoreReport.State.SPENT;
        }
        return episode.heldReason(lastMillis) == null
                ? ScoreReport.State.WATCHING
                : ScoreReport.State.HELD;
    }

    private static String next(ScoreReport.State state, long nextAtMillis) {
        if (nextAtMillis == Episode.NEVER) {
            return "nothing while the customer stays silent";
        }
        return switch (state) {
            case OPEN -> "the alert escalates or expires";
            case WATCHING -> "an alert is due";
            case HELD -> "the gates are asked again";
            case SPENT, OUT_OF_SCOPE -> "nothing while the customer stays silent";
        };
    }

    private static List<ScoreReport.Gate> gates(
            Moment moment, Policy policy, Outcome outcome, PolicyEpisode episode) {
        List<ScoreReport.Gate> gates = new ArrayList<>();
        Rhythm rhythm = moment.rhythm(outcome);
        double probability = moment.probability(outcome);
        gates.add(
                new ScoreReport.Gate(
                        "SCORE",
                        probability >= policy.openAt(),
                        Phrase.of("%.3f against %.3f", probability, policy.openAt())));
        gates.add(
                new ScoreReport.Gate(
                        "QUIET",
                        moment.atMillis() >= rhythm.lastMillis() + policy.quietForMillis(),
                        Phrase.of(
                                "silent %.1f days, at least %.1f",
                                (moment.atMillis() - rhythm.lastMillis()) / DAY_MILLIS,
                                policy.quietForMillis() / DAY_MILLIS)));
        for (HoldReason reason : Gates.ORDER) {
            gates.add(
                    new ScoreReport.Gate(
                            reason.name(),
                            !Gates.isClosed(reason, moment, policy, episode),
                            evidence(reason, moment, policy, outcome, episode)));
        }
        return gates;
    }

    private static String evidence(
            HoldReason reason,
            Moment moment,
            Policy policy,
            Outcome outcome,
            PolicyEpisode episode) {
        return switch (reason) {
            case WARM_UP -> until(moment.guidance().settings().liveFromMillis());
            case SUPPRESSED -> until(moment.customer().episode().suppressedUntilMillis());
            case COOL_DOWN -> until(episode.coolDownUntilMillis());
            case PAUSED -> moment.guidance().paused().at(moment.atMillis()) ? "paused" : "";
            case VALUE_GATE -> {
                double share = moment.population().shareAbove(moment.valueMinor(outcome));
                yield Double.isNaN(share)
                        ? "no population published: open"
                        : Phrase.of(
                                "among the top %.1f %%, gate %.1f %%",
                                100 * share, 100 * policy.valueGateShare());
            }
        };
    }

    private static String until(long millis) {
        if (millis <= 0) {
            return "";
        }
        return millis == Episode.NEVER ? "for good" : "until " + Instant.ofEpochMilli(millis);
    }
}
