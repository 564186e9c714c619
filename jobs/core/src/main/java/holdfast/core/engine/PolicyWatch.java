package holdfast.core.engine;

import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.HoldReason;
import holdfast.core.engagement.Rhythm;
import holdfast.core.episode.Episode;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import holdfast.core.score.Crossing;

/** One policy's watch over one customer: what is due now, and when to look again. */
final class PolicyWatch {

    private PolicyWatch() {}

    /** Does what is due at this moment; true if a message about an alert was written. */
    static boolean review(Moment moment, Policy policy, AlertDesk desk, Decisions out) {
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        if (moment.customer().rhythmOf(outcome.id()) == null) {
            return false;
        }
        PolicyEpisode episode = moment.customer().episode().policy(policy.id());
        return episode.isOpen()
                ? reviewOpen(moment, policy, episode, desk)
                : reviewSilence(moment, policy, episode, desk, out);
    }

    /**
     * When to look again if nothing happens: the earliest instant after the given one. What lies
     * beyond {@code untilMillis} may be told as never, which saves looking for it.
     */
    static long nextMillis(Moment moment, Policy policy, long afterMillis, long untilMillis) {
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        Rhythm rhythm = moment.customer().rhythmOf(outcome.id());
        if (rhythm == null) {
            return Episode.NEVER;
        }
        PolicyEpisode episode = moment.customer().episode().policy(policy.id());
        if (episode.isOpen()) {
            return nextWhileOpen(moment, policy, episode, afterMillis, untilMillis);
        }
        if (moment.hasCancelled(outcome) || episode.isSpent(rhythm.lastMillis())) {
            return Episode.NEVER;
        }
        long fromMillis =
                Math.max(
                        Math.max(rhythm.lastMillis() + policy.quietForMillis(), afterMillis + 1),
                        episode.retryAtMillis(rhythm.lastMillis()));
        return new Crossing(moment.scorerFor(outcome), outcome)
                .firstAtOrAbove(
                        moment.customer(),
                        policy.openAt(),
                        fromMillis,
                        Math.min(
                                untilMillis,
                                rhythm.lastMillis() + outcome.activeWithinMillis() - 1));
    }

    private static long nextWhileOpen(
            Moment moment,
            Policy policy,
            PolicyEpisode episode,
            long afterMillis,
            long untilMillis) {
        long expiresMillis = episode.openedAtMillis() + policy.expiresAfterMillis();
        if (episode.status() != AlertStatus.OPENED || policy.escalateAt() >= 1) {
            return expiresMillis;
        }
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        long escalatesMillis =
                new Crossing(moment.scorerFor(outcome), outcome)
                        .firstAtOrAbove(
                                moment.customer(),
                                policy.escalateAt(),
                                Math.max(afterMillis, episode.openedAtMillis()) + 1,
                                Math.min(untilMillis, expiresMillis));
        return Math.min(escalatesMillis, expiresMillis);
    }

    private static boolean reviewOpen(
            Moment moment, Policy policy, PolicyEpisode episode, AlertDesk desk) {
        if (moment.atMillis() >= episode.openedAtMillis() + policy.expiresAfterMillis()) {
            desk.close(moment, policy, episode, AlertStatus.EXPIRED, ClosedBy.TIME);
            return true;
        }
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        double probability = moment.probability(outcome);
        if (probability < policy.closeAt()) {
            desk.close(moment, policy, episode, AlertStatus.RECOVERED, ClosedBy.SCORE);
            return true;
        }
        if (episode.status() == AlertStatus.OPENED
                && policy.escalateAt() < 1
                && probability >= policy.escalateAt()) {
            desk.escalate(moment, policy, episode);
            return true;
        }
        return false;
    }

    private static boolean reviewSilence(
            Moment moment, Policy policy, PolicyEpisode episode, AlertDesk desk, Decisions out) {
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        long lastMillis = moment.rhythm(outcome).lastMillis();
        if (!moment.isInScope(outcome)
                || episode.isSpent(lastMillis)
                || moment.atMillis() < lastMillis + policy.quietForMillis()
                || moment.atMillis() < episode.retryAtMillis(lastMillis)
                || moment.probability(outcome) < policy.openAt()) {
            return false;
        }
        HoldReason closed = Gates.firstClosed(moment, policy, episode);
        if (closed == null) {
            desk.open(moment, policy, episode, AlertTrigger.SILENCE, lastMillis);
            return true;
        }
        if (!episode.isHeld(lastMillis, closed)) {
            out.held(policy, closed);
        }
        episode.hold(lastMillis, closed, Gates.retryAtMillis(closed, moment, policy, episode));
        return false;
    }
}
