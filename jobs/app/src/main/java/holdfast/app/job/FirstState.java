package holdfast.app.job;

import holdfast.app.options.ScoringOptions;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * State that a job is to begin with: a savepoint, and the playbook under which it was counted if
 * that lies beside it, as {@code bootstrap} leaves it.
 */
record FirstState(Path savepoint, Optional<Path> playbook) {

    private static final String METADATA = "_metadata";

    /** The state in a folder that bootstrap wrote, or a savepoint by itself. */
    static FirstState at(Path folder) {
        Path inside = folder.resolve("savepoint").toAbsolutePath();
        if (Files.isRegularFile(inside.resolve(METADATA))) {
            Path playbook = folder.resolve("playbook.yaml");
            return new FirstState(
                    inside, Files.exists(playbook) ? Optional.of(playbook) : Optional.empty());
        }
        if (Files.isRegularFile(folder.resolve(METADATA))) {
            return new FirstState(folder.toAbsolutePath(), Optional.empty());
        }
        throw new WrongUseException(
                "--from: %s holds no savepoint; name the folder that bootstrap wrote, or a savepoint's own"
                        .formatted(folder));
    }

    /** What holds unless the person says something else. */
    List<String> assignments() {
        return playbook.map(file -> List.of(ScoringOptions.PLAYBOOK.key() + "=" + file))
                .orElseGet(List::of);
    }

    /**
     * Checks that the state can be read by the playbook that is asked for.
     *
     * @throws WrongUseException if it cannot, one line for each reason
     */
    void check(Configuration options) {
        if (playbook.isEmpty()) {
            return;
        }
        String asked = options.get(ScoringOptions.PLAYBOOK);
        Playbook counted = PlaybookSource.named(playbook.get().toString());
        List<String> refusals = PlaybookSource.named(asked).refusalToReplace(counted);
        if (!refusals.isEmpty()) {
            throw new WrongUseException(
                    refusals.stream()
                            .map(
                                    refusal ->
                                            "the state at %s was counted by another playbook than %s: %s; leave --playbook out, or bootstrap again with it"
                                                    .formatted(savepoint, asked, refusal))
                            .toList());
        }
    }
}
