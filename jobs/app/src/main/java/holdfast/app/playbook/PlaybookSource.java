package holdfast.app.playbook;

import holdfast.app.shell.WrongUseException;
import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.document.Nearest;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the playbook that a person names: a preset, or a file. */
public final class PlaybookSource {

    private PlaybookSource() {}

    /**
     * The playbook of a preset's name or a file's path.
     *
     * @throws WrongUseException if there is none, or the file holds none: one line for each problem
     */
    public static Playbook named(String nameOrFile) {
        Optional<Playbook> preset = Presets.named(nameOrFile);
        if (preset.isPresent()) {
            return preset.get();
        }
        Path file = Path.of(nameOrFile);
        if (Files.notExists(file)) {
            throw new WrongUseException(unknown(nameOrFile));
        }
        Checked<Playbook> checked = check(file);
        if (!checked.isAccepted()) {
            throw new WrongUseException(checked.lines());
        }
        return checked.value();
    }

    /** Reads and checks a file. */
    static Checked<Playbook> check(Path file) {
        return new PlaybookReader(StateBound::worstCaseBytes).read(file.toString(), text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new WrongUseException("there is no file " + file);
        } catch (MalformedInputException notText) {
            throw new WrongUseException(file + " is not text in UTF-8");
        } catch (IOException failure) {
            throw new WrongUseException("cannot read " + file + ": " + failure.getMessage());
        }
    }

    private static String unknown(String name) {
        String known = String.join(", ", Presets.names());
        return Nearest.of(name, Presets.names())
                .map(it -> "no playbook \"" + name + "\"; did you mean \"" + it + "\"?")
                .orElse("no playbook or file \"" + name + "\"; presets are " + known);
    }
}
