package holdfast.core.engine;

import holdfast.core.activity.Activity;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.bytes.Hashes;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import java.util.Arrays;
import java.util.List;

/**
 * Opens alerts that an event sets off: one that is no activity of the outcome and lifts the score
 * over the line.
 *
 * <p>An activity never opens an alert on its own outcome: the customer is here.
 */
final class EventTrigger {

    private static final EventTrigger NONE = new EventTrigger(List.of(), new double[0]);

    private final List<Policy> policies;
    private final double[] before;

    private EventTrigger(List<Policy> policies, double[] before) {
        this.policies = policies;
        this.before = before;
    }

    /** Remembers the scores that the event of this category may move, before it is folded. */
    static EventTrigger before(Moment moment, Category category) {
        List<Policy> policies = moment.rules().playbook().policies();
        double[] before = null;
        for (int i = 0; i < policies.size(); i++) {
            Outcome outcome = moment.rules().playbook().outcome(policies.get(i).outcomeId());
            if (moment.scorerFor(outcome).reactsToOtherEvents()
                    && !outcome.isActivity(category.id())
                    && !outcome.isCancel(category.id())
                    && moment.isInScope(outcome)) {
                before = before == null ? unmoved(policies.size()) : before;
                before[i] = moment.probability(outcome);
            }
        }
        return before == null ? NONE : new EventTrigger(policies, before);
    }

    /** Opens the alerts that the event, now folded, has set off; true if a message was written. */
    boolean after(Moment moment, Activity activity, AlertDesk desk, Decisions out) {
        boolean changed = false;
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
            if (before[i] < policy.openAt() && moment.probability(outcome) >= policy.openAt()) {
                changed |= open(moment, policy, activity, desk, out);
            }
        }
        return changed;
    }

    private static boolean open(
            Moment moment, Policy policy, Activity activity, AlertDesk desk, Decisions out) {
        PolicyEpisode episode = moment.customer().episode().policy(policy.id());
        if (episode.isOpen()) {
            return false;
        }
        HoldReason closed = Gates.firstClosed(moment, policy, episode);
        if (closed != null) {
            out.held(policy, closed);
            return false;
        }
        desk.open(moment, policy, episode, AlertTrigger.EVENT, anchor(activity));
        return true;
    }

    private static long anchor(Activity activity) {
        return activity.messageHash() != 0
                ? activity.messageHash()
                : Hashes.join(Hashes.hash64(activity.name()), activity.timeMillis());
    }

    private static double[] unmoved(int count) {
        double[] scores = new double[count];
        Arrays.fill(scores, 1);
        return scores;
    }
}
