package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import java.util.Optional;

/**
 * Publishes models, and says what that changes.
 *
 * @param topic where to
 * @param published what is there
 */
record Republication(ModelTopic topic, Playbook playbook, Published published) {

    /**
     * Publishes a model so that it decides from an instant on.
     *
     * @return what was done, in words
     * @throws WrongUseException if it would never decide, since the job keeps newer ones
     */
    String publish(ModelText model, long fromMillis, Pin pin) {
        String text = ModelWriter.write(model.effectiveFrom(fromMillis), playbook);
        PublishedModel next =
                new PublishedModel(
                        Long.MAX_VALUE, 0, pin, ModelReader.readText("model", text, playbook));
        if (!next.isAccepted()) {
            throw new FailedRunException("not published: " + next.model().report());
        }
        Published then = published.with(next);
        if (then.isReplaced(next)) {
            throw new WrongUseException(
                    "not published: another was pinned or released at %s to the millisecond"
                            .formatted(ModelWords.instant(fromMillis)));
        }
        boolean waits = then.isKeptWaiting(next);
        if (!waits && !then.inForce(fromMillis).equals(Optional.of(next))) {
            throw new WrongUseException(
                    "not published: the job keeps %d models, and as many hold later than %s"
                            .formatted(Succession.VERSIONS_MAX, ModelWords.instant(fromMillis)));
        }
        long offset = topic.publish(text, pin);
        return "published %s at offset %d of %s, effective from %s%s"
                .formatted(
                        model.version(),
                        offset,
                        topic.name(),
                        ModelWords.instant(fromMillis),
                        waits ? waiting(then, fromMillis) : consequences(then, next));
    }

    private static String waiting(Published then, long fromMillis) {
        return "; it waits, for %s is pinned: see models release"
                .formatted(then.inForce(fromMillis).map(PublishedModel::version).orElse(""));
    }

    private static String consequences(Published then, PublishedModel next) {
        String pinned = next.isPinned() ? ", pinned: learned models wait until models release" : "";
        return pinned + then.after(next).map(Republication::takingOver).orElse("");
    }

    private static String takingOver(PublishedModel later) {
        return "; %s takes over at %s"
                .formatted(later.version(), ModelWords.instant(later.effectiveFromMillis()));
    }
}
