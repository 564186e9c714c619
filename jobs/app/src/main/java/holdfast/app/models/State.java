package holdfast.app.models;

/** What a published model is to decisions at an instant. */
enum State {
    IN_FORCE("in force"),
    TO_COME("to come"),
    PAST("past"),
    /** A pinned one keeps it from taking over. */
    WAITING("waiting"),
    /** A pinned one kept it from taking over, and others did since. */
    PASSED_OVER("passed over"),
    /** Another counts, from the same instant. */
    REPLACED("replaced"),
    REFUSED("REFUSED");

    private final String word;

    State(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static State of(PublishedModel model, Published published, long atMillis) {
        if (!model.isAccepted()) {
            return REFUSED;
        }
        if (published.isReplaced(model)) {
            return REPLACED;
        }
        if (published.isKeptWaiting(model)) {
            return published.isPassedOver(model, atMillis) ? PASSED_OVER : WAITING;
        }
        if (published.inForce(atMillis).filter(model::equals).isPresent()) {
            return IN_FORCE;
        }
        return model.effectiveFromMillis() > atMillis ? TO_COME : PAST;
    }
}
