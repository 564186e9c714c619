package holdfast.core.engine;

import holdfast.core.alert.HoldReason;
import holdfast.core.bytes.Hashes;
import holdfast.core.episode.PolicyEpisode;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions besides the score under which an alert may open, in the order in which they are
 * asked.
 */
final class Gates {

    private static final long WARM_UP_SEED = 0x5741524D2D5550L;

    private Gates() {}

    /** The first gate that is closed for a due alert, or null when it may open. */
    static @Nullable HoldReason firstClosed(Moment moment, Policy policy, PolicyEpisode episode) {
        for (HoldReason reason : ORDER) {
            if (isClosed(reason, moment, policy, episode)) {
                return reason;
            }
        }
        return null;
    }

    /** The order in which gates are asked. */
    static final List<HoldReason> ORDER =
            List.of(
                    HoldReason.WARM_UP,
                    HoldReason.PAUSED,
                    HoldReason.SUPPRESSED,
                    HoldReason.COOL_DOWN,
                    HoldReason.VALUE_GATE);

    static boolean isClosed(
            HoldReason reason, Moment moment, Policy policy, PolicyEpisode episode) {
        long atMillis = moment.atMillis();
        return switch (reason) {
            case WARM_UP -> atMillis < moment.guidance().settings().liveFromMillis();
            case PAUSED -> moment.guidance().paused().at(atMillis);
            case SUPPRESSED -> atMillis < moment.customer().episode().suppressedUntilMillis();
            case COOL_DOWN -> atMillis < episode.coolDownUntilMillis();
            case VALUE_GATE -> isUnderValueGate(moment, policy);
        };
    }

    /** When a held alert is to be tried again. */
    static long retryAtMillis(
            HoldReason reason, Moment moment, Policy policy, PolicyEpisode episode) {
        return switch (reason) {
            case WARM_UP -> openingSlotMillis(moment, policy);
            case PAUSED, VALUE_GATE -> Grid.nextAfter(moment);
            case SUPPRESSED -> moment.customer().episode().suppressedUntilMillis();
            case COOL_DOWN -> episode.coolDownUntilMillis();
        };
    }

    private static boolean isUnderValueGate(Moment moment, Policy policy) {
        if (policy.valueGateShare() >= 1) {
            return false;
        }
        Outcome outcome = moment.rules().playbook().outcome(policy.outcomeId());
        double topShare = moment.population().shareAbove(moment.valueMinor(outcome));
        return topShare > policy.valueGateShare();
    }

    /**
     * The customer's place on the opening list as an instant: the most valuable at once, the others
     * spread over the warm-up; by hash while no population is known.
     */
    private static long openingSlotMillis(Moment moment, Policy policy) {
        Settings settings = moment.guidance().settings();
        Moment live = moment.at(settings.liveFromMillis());
        Outcome outcome = live.rules().playbook().outcome(policy.outcomeId());
        double share = live.population().shareAbove(live.valueMinor(outcome));
        if (Double.isNaN(share)) {
            share = Hashes.fraction(Hashes.hash64(moment.customer().customerId(), WARM_UP_SEED));
        }
        return settings.liveFromMillis() + (long) (share * settings.warmUpMillis());
    }
}
