package holdfast.app.models;

import holdfast.core.document.Checked;
import holdfast.core.score.ModelText;

/**
 * One message of the model topic, checked as the job checks it.
 *
 * @param offset its place on the topic
 * @param publishedAtMillis when it was written there
 * @param model what it says, or why it is refused
 */
record PublishedModel(long offset, long publishedAtMillis, Checked<ModelText> model) {

    boolean isAccepted() {
        return model.isAccepted();
    }

    /** An accepted model's version. */
    String version() {
        return model.value().version();
    }

    /** From when on an accepted model holds. */
    long effectiveFromMillis() {
        return model.value().effectiveFromMillis();
    }
}
