package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.time.Timeline;
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
     * @throws WrongUseException if it would decide nothing, since a newer one holds by then
     */
    String publish(ModelText model, long fromMillis) {
        String text = ModelWriter.write(model.effectiveFrom(fromMillis), playbook);
        PublishedModel next =
                new PublishedModel(
                        Long.MAX_VALUE, 0, ModelReader.readText("model", text, playbook));
        if (!next.isAccepted()) {
            throw new FailedRunException("not published: " + next.model().report());
        }
        Published then = published.with(next);
        if (!then.inForce(fromMillis).equals(Optional.of(next))) {
            throw new WrongUseException(
                    "not published: the job keeps %d models, and as many hold later than %s"
                            .formatted(Timeline.VERSIONS_MAX, ModelWords.instant(fromMillis)));
        }
        long offset = topic.publish(text);
        return "published %s at offset %d of %s, effective from %s%s"
                .formatted(
                        model.version(),
                        offset,
                        topic.name(),
                        ModelWords.instant(fromMillis),
                        then.after(next).map(Republication::takingOver).orElse(""));
    }

    private static String takingOver(PublishedModel later) {
        return "; %s takes over at %s"
                .formatted(later.version(), ModelWords.instant(later.effectiveFromMillis()));
    }
}
