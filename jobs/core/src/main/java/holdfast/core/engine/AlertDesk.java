package holdfast.core.engine;

import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertId;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.ClosedBy;
import holdfast.core.alert.HoldReason;
import holdfast.core.engagement.Rhythm;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import java.util.Objects;

/** Moves a policy's alert through its life and writes the message for each step. */
final class AlertDesk {

    private final Decisions out;

    AlertDesk(Decisions out) {
        this.out = out;
    }

    void open(
            Moment moment,
            Policy policy,
            PolicyEpisode episode,
            AlertTrigger trigger,
            long anchor) {
        Rhythm rhythm = moment.rhythm(outcome(moment, policy));
        boolean onOpeningList = episode.isHeld(rhythm.lastMillis(), HoldReason.WARM_UP);
        episode.open(trigger, anchor, moment.atMillis(), onOpeningList);
        write(moment, policy, episode, ClosedBy.NOTHING);
    }

    void escalate(Moment moment, Policy policy, PolicyEpisode episode) {
        episode.escalate();
        write(moment, policy, episode, ClosedBy.NOTHING);
    }

    void close(
            Moment moment,
            Policy policy,
            PolicyEpisode episode,
            AlertStatus status,
            ClosedBy closedBy) {
        episode.close(status, moment.atMillis() + policy.coolDownMillis());
        write(moment, policy, episode, closedBy);
    }

    void recoverInstead(Moment moment, Policy policy, PolicyEpisode episode) {
        episode.recoverInstead(moment.atMillis() + policy.coolDownMillis());
        write(moment, policy, episode, ClosedBy.ACTIVITY);
    }

    void retract(Moment moment, Policy policy, PolicyEpisode episode) {
        episode.retract();
        write(moment, policy, episode, ClosedBy.LATE_DATA);
    }

    private void write(Moment moment, Policy policy, PolicyEpisode episode, ClosedBy closedBy) {
        Outcome outcome = outcome(moment, policy);
        double probability = moment.probability(outcome);
        Playbook playbook = moment.rules().playbook();
        String customerId = moment.customer().customerId();
        out.alert(
                new Alert(
                        AlertId.of(customerId, policy.id(), episode.trigger(), episode.anchor()),
                        episode.sequence(),
                        Objects.requireNonNull(episode.status()),
                        episode.trigger(),
                        customerId,
                        new Alert.DecidedBy(
                                policy.id(),
                                policy.name(),
                                outcome.name(),
                                playbook.name(),
                                playbook.version(),
                                moment.model().version()),
                        risk(moment, policy, outcome, probability),
                        moment.worth(outcome, probability),
                        silence(moment, outcome),
                        moment.atMillis(),
                        episode.openedAtMillis(),
                        episode.openedAtMillis() + policy.expiresAfterMillis(),
                        episode.openingList(),
                        closedBy,
                        moment.scorerFor(outcome)
                                .explain(moment.customer(), outcome, moment.atMillis())));
    }

    private static Alert.Risk risk(
            Moment moment, Policy policy, Outcome outcome, double probability) {
        return new Alert.Risk(
                probability,
                policy.openAt(),
                moment.rules().playbook().bands().of(probability),
                moment.scorerFor(outcome)
                        .probabilityIfActive(moment.customer(), outcome, moment.atMillis()));
    }

    private static Alert.Silence silence(Moment moment, Outcome outcome) {
        Rhythm rhythm = moment.rhythm(outcome);
        return new Alert.Silence(
                rhythm.lastMillis(),
                Math.max(0, moment.atMillis() - rhythm.lastMillis()),
                rhythm.usualGapMillis(),
                rhythm.activeDays());
    }

    private static Outcome outcome(Moment moment, Policy policy) {
        return moment.rules().playbook().outcome(policy.outcomeId());
    }
}
