package holdfast.core.engine;

import holdfast.core.customer.CustomerState;
import holdfast.core.episode.Episode;
import holdfast.core.training.TrainingRecord;

/** What people ask for about a customer: to be left alone, to be forgotten. */
final class Requests {

    private Requests() {}

    /** Opens no alert before the instant; of a stranger that is remembered no longer than that. */
    static void suppress(CustomerState customer, long untilMillis) {
        customer.episode().suppressUntil(untilMillis);
        if (customer.engagement().isEmpty() && untilMillis != 0) {
            customer.episode().wakeAt(Math.min(customer.wakeupMillis(), untilMillis));
        }
    }

    /** Suppresses alerts where a retention team's word says that another one would be wrong. */
    static void heed(Moment moment, String disposition, Decisions out) {
        CustomerState customer = moment.customer();
        switch (disposition) {
            case "DO_NOT_CONTACT" -> suppress(customer, Episode.NEVER);
            case "NOT_AT_RISK" -> {
                long horizonMillis = moment.rules().playbook().primaryOutcome().horizonMillis();
                suppress(
                        customer,
                        Math.max(
                                customer.episode().suppressedUntilMillis(),
                                moment.atMillis() + horizonMillis));
            }
            case "CONTACTED", "SAVED" -> tellTreated(moment, out);
            default -> {} // a word that came after this build
        }
    }

    private static void tellTreated(Moment moment, Decisions out) {
        long customerKey = TrainingRecord.keyOf(moment.customer());
        if (out.learnsFrom(customerKey)) {
            out.training(TrainingRecord.treated(customerKey, moment.atMillis()));
        }
    }

    /** Keeps of a customer only the requests that still matter, each until it has run out. */
    static void keepAlone(Moment moment) {
        Episode episode = moment.customer().episode();
        long erasedAtMillis = episode.erasedAtMillis();
        long erasedUntilMillis = erasedAtMillis + moment.rules().forgetAfterMillis();
        boolean erased = erasedAtMillis != 0 && moment.atMillis() < erasedUntilMillis;
        long suppressedUntilMillis = episode.suppressedUntilMillis();
        boolean suppressed = moment.atMillis() < suppressedUntilMillis;

        moment.customer().clear(erased ? erasedAtMillis : 0);
        episode.suppressUntil(suppressed ? suppressedUntilMillis : 0);
        episode.wakeAt(
                Math.min(
                        erased ? erasedUntilMillis : Episode.NEVER,
                        suppressed ? suppressedUntilMillis : Episode.NEVER));
    }
}
