package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.app.shell.WrongUseException;
import holdfast.core.document.Nearest;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import holdfast.core.time.Succession.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Everything that was published as a model, and which of it the job decides by: the same succession
 * of accepted versions as the job's, from the same messages.
 *
 * @param models in the order of their offsets
 * @param succession the accepted ones that the job still knows; before the first there is none
 */
record Published(List<PublishedModel> models, Succession<Optional<PublishedModel>> succession) {

    private static final byte[] NO_BYTES = {};

    Published {
        models = List.copyOf(models);
    }

    Published(List<PublishedModel> models) {
        this(models, succession(models));
    }

    /** Reads the topic from its beginning. */
    static Published read(ModelTopic topic, Playbook playbook) {
        List<PublishedModel> models = new ArrayList<>();
        topic.read(entry -> models.add(checked(entry, playbook)));
        return new Published(models);
    }

    private static PublishedModel checked(ConsumerRecord<byte[], byte[]> entry, Playbook playbook) {
        byte[] value = entry.value() == null ? NO_BYTES : entry.value();
        String text = new String(value, StandardCharsets.UTF_8);
        return new PublishedModel(
                entry.offset(),
                entry.timestamp(),
                ModelTopic.pin(entry),
                ModelReader.readText("offset " + entry.offset(), text, playbook));
    }

    /** With one more, as if it had been published. */
    Published with(PublishedModel model) {
        List<PublishedModel> more = new ArrayList<>(models);
        more.add(model);
        return new Published(more);
    }

    private static Succession<Optional<PublishedModel>> succession(List<PublishedModel> models) {
        Succession<Optional<PublishedModel>> succession =
                Succession.of(new Version<>(0, Pin.NONE, Optional.empty()));
        for (PublishedModel model : models) {
            if (model.isAccepted()) {
                succession = succession.with(version(model));
            }
        }
        return succession;
    }

    private static Version<Optional<PublishedModel>> version(PublishedModel model) {
        return new Version<>(model.effectiveFromMillis(), model.pin(), Optional.of(model));
    }

    /** The one that decides at an instant. */
    Optional<PublishedModel> inForce(long atMillis) {
        return succession.at(atMillis);
    }

    /** Those that wait at an instant for the pinned one to be released, oldest first. */
    List<PublishedModel> waiting(long atMillis) {
        return succession.waitingAt(atMillis).stream()
                .flatMap(version -> version.value().stream())
                .toList();
    }

    /** Whether a pin keeps it, or kept it, from taking over at its instant. */
    boolean isKeptWaiting(PublishedModel model) {
        return succession.waitingVersions().contains(version(model));
    }

    /** Whether one that was kept waiting is too late, since another was released by an instant. */
    boolean isPassedOver(PublishedModel model, long atMillis) {
        return succession.inForceVersions().stream()
                .filter(version -> version.effectiveFromMillis() > model.effectiveFromMillis())
                .filter(version -> version.effectiveFromMillis() <= atMillis)
                .anyMatch(version -> version.pin() != Pin.PINNED);
    }

    /** Whether another accepted one of the same instant counts instead. */
    boolean isReplaced(PublishedModel model) {
        return models.stream()
                .filter(PublishedModel::isAccepted)
                .filter(other -> other.effectiveFromMillis() == model.effectiveFromMillis())
                .anyMatch(
                        other ->
                                other.offset() > model.offset()
                                        ? !version(other).givesWayTo(version(model))
                                        : version(model).givesWayTo(version(other)));
    }

    /** The one of another version that decided before the present one. */
    Optional<PublishedModel> before(PublishedModel present) {
        Optional<PublishedModel> before = Optional.empty();
        for (Version<Optional<PublishedModel>> version : succession.inForceVersions()) {
            Optional<PublishedModel> model = version.value();
            if (model.equals(Optional.of(present))) {
                return before;
            }
            if (model.isPresent() && !model.get().version().equals(present.version())) {
                before = model;
            }
        }
        return Optional.empty();
    }

    /** The first after the present one that takes over from it. */
    Optional<PublishedModel> after(PublishedModel present) {
        return succession.inForceVersions().stream()
                .filter(version -> version.effectiveFromMillis() > present.effectiveFromMillis())
                .findFirst()
                .flatMap(Version::value);
    }

    /**
     * The latest accepted message of a version.
     *
     * @throws WrongUseException if there is none
     */
    PublishedModel latest(String version) {
        Set<String> versions = new LinkedHashSet<>();
        PublishedModel latest = null;
        for (PublishedModel model : models) {
            if (model.isAccepted()) {
                versions.add(model.version());
                latest = model.version().equals(version) ? model : latest;
            }
        }
        if (latest == null) {
            throw new WrongUseException(unknown(version, versions));
        }
        return latest;
    }

    private static String unknown(String version, Set<String> versions) {
        String hint =
                Nearest.of(version, versions)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; see holdfast models list");
        return "no accepted model \"" + version + "\"" + hint;
    }

    /** How many were accepted. */
    long accepted() {
        return models.stream().filter(PublishedModel::isAccepted).count();
    }

    /** The text of an accepted model; for a refused one there is none. */
    static ModelText text(PublishedModel model) {
        return model.model().value();
    }
}
