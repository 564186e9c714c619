package holdfast.app.models;

/** What a published model is to decisions at an instant. */
enum State {
    IN_FORCE("in force"),
    TO_COME("to come"),
    PAST("past"),
    /** Another was published later for the same instant. */
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
        boolean isReplaced =
                published.models().stream()
                        .filter(PublishedModel::isAccepted)
                        .anyMatch(
                                other ->
                                        other.offset() > model.offset()
                                                && other.effectiveFromMillis()
                                                        == model.effectiveFromMillis());
        if (isReplaced) {
            return REPLACED;
        }
        if (published.inForce(atMillis).filter(model::equals).isPresent()) {
            return IN_FORCE;
        }
        return model.effectiveFromMillis() > atMillis ? TO_COME : PAST;
    }
}
