package holdfast.core.engine;

import holdfast.core.activity.Activity;
import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.ClosedBy;
import holdfast.core.customer.CustomerState;
import holdfast.core.episode.Episode;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import holdfast.core.playbook.ValueKind;
import holdfast.core.training.TrainingRecord;
import java.util.List;

/**
 * What an event, a wake-up and a request do to one customer: the whole of Holdfast's judgement.
 *
 * <p>Deterministic: the same state and arguments give the same state and decisions. After each call
 * the customer's pending wake-up is the next instant at which anything can be due; it lies after
 * the watermark. Stateless and thus thread-safe, as far as the guidance is.
 */
public final class ChurnEngine {

    /*
     * Disorder. An activity first settles each wake-up that it has overtaken, as if that had come
     * in time. When an activity older than something already decided comes, LateActivity undoes what
     * it disproves, and the wake-up is solved anew from the corrected state. No alert opens before
     * the policy's quiet time after an activity; so between a late activity and a later one that came
     * first, less than the quiet time apart, no alert can have been missed. Within that bound the
     * alerts that stand are those of the events in order.
     */

    /**
     * Takes in an event.
     *
     * @param watermarkMillis the instant up to which wake-ups have been due already
     * @return what became of it: SCORED, LATE, DUPLICATE or ERASED; DEAD_LETTERED for a negative
     *     amount outside a refund category, which changes nothing
     */
    public Fate onActivity(
            CustomerState customer,
            Activity activity,
            long watermarkMillis,
            Guidance guidance,
            Decisions out) {
        Moment moment = new Moment(customer, guidance, activity.timeMillis());
        Category category = moment.rules().playbook().categoryOf(activity.name());
        if (activity.amountMinor() < 0 && category.value() != ValueKind.REFUND) {
            return Fate.DEAD_LETTERED;
        }
        if (activity.timeMillis() <= customer.episode().erasedAtMillis()) {
            return Fate.ERASED;
        }
        if (!customer.episode().recentIds().add(activity.messageHash())) {
            return Fate.DUPLICATE;
        }
        switch (activity.source()) {
            case CLICKSTREAM, TRANSACTION, SERVICE ->
                    take(moment, activity, category, watermarkMillis, out);
            case OUTCOME -> Requests.heed(moment, activity.name(), out);
            case PROFILE, CONTROL -> {} // nothing that the customer did
        }
        return activity.timeMillis() <= watermarkMillis ? Fate.LATE : Fate.SCORED;
    }

    /** Acts on every wake-up that is due by the watermark. */
    public void onWakeup(
            CustomerState customer, long watermarkMillis, Guidance guidance, Decisions out) {
        while (customer.wakeupMillis() <= watermarkMillis) {
            due(new Moment(customer, guidance, customer.wakeupMillis()), out);
        }
    }

    /**
     * Opens no alert about the customer before the given instant; {@link Episode#NEVER} for good.
     */
    public void suppress(CustomerState customer, long untilMillis) {
        Requests.suppress(customer, untilMillis);
    }

    /**
     * Forgets a person. Open alerts end, what was published is deleted, and events from up to the
     * given instant that come later are not taken in.
     */
    public void erase(CustomerState customer, long atMillis, Guidance guidance, Decisions out) {
        Moment moment = new Moment(customer, guidance, atMillis);
        AlertDesk desk = new AlertDesk(out);
        for (Policy policy : moment.rules().playbook().policies()) {
            PolicyEpisode episode = customer.episode().policyOrNull(policy.id());
            if (episode != null && episode.isOpen()) {
                desk.close(moment, policy, episode, AlertStatus.EXPIRED, ClosedBy.ERASURE);
            }
        }
        out.training(TrainingRecord.erased(TrainingRecord.keyOf(customer), atMillis));
        customer.clear(atMillis);
        customer.episode().wakeAt(atMillis + moment.rules().forgetAfterMillis());
        out.forgotten(customer.customerId());
    }

    private void take(
            Moment moment,
            Activity activity,
            Category category,
            long watermarkMillis,
            Decisions out) {
        CustomerState customer = moment.customer();
        onWakeup(customer, moment.atMillis(), moment.guidance(), out);
        if (customer.engagement().isEmpty()) {
            // Whoever was forgotten just now has lost the event's name too.
            customer.episode().recentIds().add(activity.messageHash());
        }
        AlertDesk desk = new AlertDesk(out);
        EventTrigger trigger = EventTrigger.before(moment, category);
        SampleDesk.decide(moment, category, out);
        customer.engagement().fold(activity, category, moment.rules().fold());
        boolean alertChanged = ActivityReview.review(moment, category, watermarkMillis, desk);
        alertChanged |= trigger.after(moment, activity, desk, out);
        Moment now =
                moment.at(
                        Math.max(
                                customer.lastMillis(),
                                Math.max(moment.atMillis(), watermarkMillis)));
        plan(now, 0);
        while (customer.wakeupMillis() <= watermarkMillis) {
            dueBelatedly(moment.at(customer.wakeupMillis()), out);
        }
        ScoreDesk.publish(now, alertChanged, out);
    }

    private static void due(Moment moment, Decisions out) {
        if (!isOver(moment, out)) {
            review(moment, out);
            SampleDesk.sample(moment, out);
            plan(moment, moment.atMillis());
        }
    }

    /** A late event has brought up the past, whose grid points have been told. */
    private static void dueBelatedly(Moment moment, Decisions out) {
        if (!isOver(moment, out)) {
            review(moment, out);
            plan(moment, moment.atMillis());
        }
    }

    /** Whether there is nothing left to watch: then what is known is let go. */
    private static boolean isOver(Moment moment, Decisions out) {
        CustomerState customer = moment.customer();
        if (customer.engagement().isEmpty()) {
            Requests.keepAlone(moment);
            return true;
        }
        if (moment.atMillis() >= customer.lastMillis() + moment.rules().forgetAfterMillis()) {
            forget(moment, out);
            return true;
        }
        return false;
    }

    private static void review(Moment moment, Decisions out) {
        AlertDesk desk = new AlertDesk(out);
        boolean alertChanged = false;
        List<Policy> policies = moment.rules().playbook().policies();
        for (int i = 0; i < policies.size(); i++) {
            alertChanged |= PolicyWatch.review(moment, policies.get(i), desk, out);
        }
        ScoreDesk.publish(moment, alertChanged, out);
    }

    /**
     * Asks for the next wake-up: what a policy waits for, the grid while anything can change, the
     * end. A crossing beyond the next grid point is not looked for: it is solved anew there.
     */
    private static void plan(Moment moment, long afterMillis) {
        CustomerState customer = moment.customer();
        List<Policy> policies = moment.rules().playbook().policies();
        long next = customer.lastMillis() + moment.rules().forgetAfterMillis();
        long gridMillis = Grid.nextAfter(moment);
        boolean watching = false;
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            long due = PolicyWatch.nextMillis(moment, policy, afterMillis, gridMillis);
            next = Math.min(next, due);
            watching |= isOpen(moment, policy);
        }
        List<Outcome> outcomes = moment.rules().playbook().outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            watching |= moment.isInScope(outcomes.get(i));
        }
        if (watching) {
            next = Math.min(next, gridMillis);
        }
        customer.episode().wakeAt(next);
    }

    private static boolean isOpen(Moment moment, Policy policy) {
        PolicyEpisode episode = moment.customer().episode().policyOrNull(policy.id());
        return episode != null && episode.isOpen();
    }

    private static void forget(Moment moment, Decisions out) {
        Requests.keepAlone(moment);
        out.forgotten(moment.customer().customerId());
    }
}
