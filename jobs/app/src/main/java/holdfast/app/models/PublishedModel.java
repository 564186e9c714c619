package holdfast.app.models;

import holdfast.core.document.Checked;
import holdfast.core.score.ModelText;
import holdfast.core.time.Pin;

/**
 * One message of the model topic, checked as the job checks it.
 *
 * @param offset its place on the topic
 * @param publishedAtMillis when it was written there
 * @param pin what it says about later ones
 * @param model what it says, or why it is refused
 */
record PublishedModel(long offset, long publishedAtMillis, Pin pin, Checked<ModelText> model) {

    boolean isAccepted() {
        return model.isAccepted();
    }

    /** An accepted model's version. */
    String version() {
        return model.value().version();
    }

    /** Whether it stays until another is pinned or released. */
    boolean isPinned() {
        return pin == Pin.PINNED;
    }

    /** From when on an accepted model holds. */
    long effectiveFromMillis() {
        return model.value().effectiveFromMillis();
    }
}
