package holdfast.core.engine;

import holdfast.core.episode.Episode;

/** What the engine learns from a retention team's word on how a contact went. */
final class Dispositions {

    private Dispositions() {}

    /** Suppresses alerts where the word says that another one would be wrong. */
    static void heed(Moment moment, String disposition) {
        Episode episode = moment.customer().episode();
        switch (disposition) {
            case "DO_NOT_CONTACT" -> episode.suppressUntil(Episode.NEVER);
            case "NOT_AT_RISK" -> {
                long horizonMillis = moment.rules().playbook().primaryOutcome().horizonMillis();
                episode.suppressUntil(
                        Math.max(
                                episode.suppressedUntilMillis(),
                                moment.atMillis() + horizonMillis));
            }
            default -> {} // CONTACTED and SAVED change nothing yet
        }
    }
}
