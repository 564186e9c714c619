package holdfast.core.engine;

import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import java.util.List;

/** What an event that was just folded means for the alerts that there are. */
final class ActivityReview {

    private ActivityReview() {}

    /** Closes or retracts what the event ends or disproves; true if a message was written. */
    static boolean review(Moment moment, Category category, long watermarkMillis, AlertDesk desk) {
        boolean changed = false;
        List<Policy> policies = moment.rules().playbook().policies();
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            PolicyEpisode episode = moment.customer().episode().policyOrNull(policy.id());
            if (episode == null || episode.status() == null) {
                continue;
            }
            Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
            if (outcome.isCancel(category.id())) {
                changed |= onCancel(moment, policy, episode, desk);
            } else if (outcome.isActivity(category.id())) {
                changed |= onActivity(moment, policy, episode, watermarkMillis, desk);
            } else {
                changed |= onOther(moment, policy, episode, watermarkMillis, desk);
            }
        }
        return changed;
    }

    private static boolean onCancel(
            Moment moment, Policy policy, PolicyEpisode episode, AlertDesk desk) {
        if (!episode.isOpen()) {
            return false;
        }
        desk.close(moment, policy, episode, AlertStatus.EXPIRED, ClosedBy.CANCEL);
        return true;
    }

    private static boolean onActivity(
            Moment moment,
            Policy policy,
            PolicyEpisode episode,
            long watermarkMillis,
            AlertDesk desk) {
        if (episode.trigger() != AlertTrigger.SILENCE) {
            return onOther(moment, policy, episode, watermarkMillis, desk);
        }
        if (isDisproved(moment, policy, episode, watermarkMillis)) {
            desk.retract(
                    moment.at(Math.max(moment.atMillis(), episode.openedAtMillis())),
                    policy,
                    episode);
            return true;
        }
        if (moment.atMillis() < episode.openedAtMillis()) {
            return false;
        }
        if (episode.isOpen()) {
            desk.close(moment, policy, episode, AlertStatus.RECOVERED, ClosedBy.ACTIVITY);
            return true;
        }
        if (hasExpiredAfter(moment, policy, episode)) {
            desk.recoverInstead(moment, policy, episode);
            return true;
        }
        if (episode.status() == AlertStatus.RECOVERED) {
            episode.coolDownNoLaterThan(moment.atMillis() + policy.coolDownMillis());
        }
        return false;
    }

    /**
     * Whether the alert expired by time although the customer, as it turns out, had come back
     * before.
     */
    private static boolean hasExpiredAfter(Moment moment, Policy policy, PolicyEpisode episode) {
        return episode.status() == AlertStatus.EXPIRED
                && moment.atMillis() < episode.openedAtMillis() + policy.expiresAfterMillis();
    }

    /** Whether the alert would not have opened, had the activity come in time. */
    private static boolean isDisproved(
            Moment moment, Policy policy, PolicyEpisode episode, long watermarkMillis) {
        if (episode.status() == AlertStatus.RETRACTED) {
            return false;
        }
        if (moment.atMillis() > episode.anchor()) {
            return moment.atMillis() < episode.openedAtMillis();
        }
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        return episode.isOpen()
                && judged(moment, episode, watermarkMillis).probability(outcome) < policy.openAt();
    }

    /** Closes an alert when the score, as it stands now, has fallen under the closing line. */
    private static boolean onOther(
            Moment moment,
            Policy policy,
            PolicyEpisode episode,
            long watermarkMillis,
            AlertDesk desk) {
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        if (!episode.isOpen() || moment.customer().rhythmOf(outcome.id()) == null) {
            return false;
        }
        Moment judged = judged(moment, episode, watermarkMillis);
        if (judged.probability(outcome) >= policy.closeAt()) {
            return false;
        }
        desk.close(judged, policy, episode, AlertStatus.RECOVERED, ClosedBy.SCORE);
        return true;
    }

    /**
     * The latest instant of which anything is known: a late event must not be judged by the past.
     */
    private static Moment judged(Moment moment, PolicyEpisode episode, long watermarkMillis) {
        return moment.at(
                Math.max(Math.max(moment.atMillis(), watermarkMillis), episode.openedAtMillis()));
    }
}
