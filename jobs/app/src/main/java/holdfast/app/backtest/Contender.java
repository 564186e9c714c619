package holdfast.app.backtest;

import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.WrongUseException;
import holdfast.core.document.Checked;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.OutcomeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * One of two that a backtest compares: a scorer, a model file or a playbook.
 *
 * @param name as it was given
 * @param what it is, in words
 */
record Contender(String name, String what, Playbook playbook, Scoring scoring) {

    /**
     * The contender of a word: {@code prior}, {@code learned}, a model's file, or a playbook's name
     * or file.
     *
     * @param usual what counts where the word says nothing of it
     * @param flags what the command line changes about a playbook
     * @throws WrongUseException if the word names none, or a file holds none
     */
    static Contender named(String word, Contender usual, UnaryOperator<Playbook> flags) {
        return switch (word) {
            case "prior" -> usual.with(word, "the prior, fitted at each cut-off", ScorerKind.PRIOR);
            case "learned" -> usual.with(word, "learned as time passes", ScorerKind.LEARNED);
            default -> fromFile(word, usual, flags);
        };
    }

    private Contender with(String word, String words, ScorerKind kind) {
        return new Contender(word, words, playbook, Scoring.of(kind));
    }

    private static Contender fromFile(String word, Contender usual, UnaryOperator<Playbook> flags) {
        Path file = Path.of(word);
        boolean isPreset = Presets.named(word).isPresent();
        if (!isPreset && !Files.isRegularFile(file)) {
            throw new WrongUseException(
                    "--compare: \"%s\" is neither prior, learned, a model file, a playbook file nor a preset (%s)"
                            .formatted(word, String.join(", ", Presets.names())));
        }
        if (!isPreset && isModel(file)) {
            return new Contender(
                    word,
                    "one model for the whole log; what it was fitted to may lie after a cut-off",
                    usual.playbook,
                    Scoring.given(model(file, usual.playbook)));
        }
        Playbook playbook = flags.apply(PlaybookSource.named(word));
        return new Contender(
                word,
                "playbook %s version %d".formatted(playbook.name(), playbook.version()),
                playbook,
                usual.scoring);
    }

    /** A model is JSON, a playbook is not. */
    private static boolean isModel(Path file) {
        return text(file).stripLeading().startsWith("{");
    }

    private static OutcomeModel model(Path file, Playbook playbook) {
        Checked<ModelText> read = ModelReader.readText(file.toString(), text(file), playbook);
        if (!read.isAccepted()) {
            throw new WrongUseException(read.lines());
        }
        OutcomeModel model = read.value().outcomes().get(playbook.primaryOutcome().id());
        if (model == null) {
            throw new WrongUseException(
                    "--compare: %s says nothing of the outcome %s"
                            .formatted(file, playbook.primaryOutcome().name()));
        }
        return model;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new WrongUseException("--compare: cannot read " + file + ": " + failed);
        }
    }
}
