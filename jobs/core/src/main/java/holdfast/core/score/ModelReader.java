package holdfast.core.score;

import holdfast.core.document.Checked;
import holdfast.core.document.DocumentReader;
import holdfast.core.document.Field;
import holdfast.core.document.Section;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and checks published models against the playbook they are to serve.
 *
 * <p>Refused are a model for another playbook, outcome or horizon, weights for another feature
 * catalogue, parameters out of range, a text that was changed after it was written, and anything
 * that is not the whole text of a model. Never throws for what a text says.
 */
public final class ModelReader {

    /** The format written by hand or by release 0.1.0: the same, but the check may be missing. */
    private static final int FIRST_FORMAT = 1;

    /** The format whose last key tells whether the text is as it was written. */
    static final int CHECKED_FORMAT = 2;

    private final Playbook playbook;

    private ModelReader(Playbook playbook) {
        this.playbook = playbook;
    }

    /**
     * Reads a model.
     *
     * @param documentName what messages call the document, such as a file's name or a topic and an
     *     offset
     * @return the model, with scorers of its own for one thread, or everything that is wrong
     */
    public static Checked<Model> read(String documentName, String text, Playbook playbook) {
        return DocumentReader.read(
                documentName,
                "model",
                text,
                root ->
                        new ModelReader(playbook)
                                .model(root)
                                .map(read -> Model.of(read, playbook, text)));
    }

    /** Reads what a model says, with the same checks, without making its scorers. */
    public static Checked<ModelText> readText(String documentName, String text, Playbook playbook) {
        return DocumentReader.read(
                documentName, "model", text, root -> new ModelReader(playbook).model(root));
    }

    private Optional<ModelText> model(Section root) {
        long format = root.field("model").whole(FIRST_FORMAT, CHECKED_FORMAT);
        String version = root.field("version").text();
        long fromMillis = root.field("effective_from_millis").whole(0, Long.MAX_VALUE);
        requireText(root.field("playbook"), playbook.name());
        Map<Integer, OutcomeModel> outcomes = new TreeMap<>();
        for (Field entry : root.field("outcomes").section("outcomes").entries()) {
            Optional<Outcome> outcome = outcome(entry.key());
            if (outcome.isEmpty()) {
                entry.problem(
                        "outcomes stand under their ids; playbook %s has no such outcome"
                                .formatted(playbook.name()));
                continue;
            }
            outcome(entry.section("outcome " + outcome.get().id()), outcome.get())
                    .ifPresent(read -> outcomes.put(outcome.get().id(), read));
        }
        checkCatalogue(root.field("catalogue"), outcomes);
        Field check = root.field("check");
        String written = format == FIRST_FORMAT && !check.isPresent() ? "" : check.text();
        Optional<ModelText> model = root.build(() -> ModelText.of(version, fromMillis, outcomes));
        if (model.isPresent() && check.isPresent()) {
            String catalogue = root.field("catalogue").text();
            if (!written.equals(ModelWriter.check(model.get(), playbook, catalogue))) {
                check.refuse(
                        "does not fit the rest, so the text was changed after it was written;"
                                + " one written by hand has \"model\": 1 and no check");
            }
        }
        return model;
    }

    /** Weights mean nothing under another catalogue; a prior knows no features. */
    private static void checkCatalogue(Field catalogue, Map<Integer, OutcomeModel> outcomes) {
        if (outcomes.values().stream().anyMatch(outcome -> outcome.linear().isPresent())) {
            requireText(catalogue, FeatureCatalogue.fingerprint());
        } else {
            catalogue.text();
        }
    }

    private Optional<Outcome> outcome(String id) {
        return playbook.outcomes().stream()
                .filter(outcome -> Integer.toString(outcome.id()).equals(id))
                .findFirst();
    }

    private Optional<OutcomeModel> outcome(Section section, Outcome outcome) {
        requireText(section.field("name"), outcome.name());
        requireMillis(section.field("horizon_millis"), outcome.horizonMillis());
        return OutcomeModelReading.read(section, playbook);
    }

    private static void requireText(Field field, String required) {
        field.choice(Map.of(required, required));
    }

    private static void requireMillis(Field field, long required) {
        field.whole(required, required);
    }
}
