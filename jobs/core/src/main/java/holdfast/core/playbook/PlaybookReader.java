package holdfast.core.playbook;

import holdfast.core.document.Checked;
import holdfast.core.document.DocumentReader;
import holdfast.core.document.Section;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Reads and checks playbooks. */
public final class PlaybookReader {
    /** What one customer's state may take at most. */
    public static final int STATE_BYTES_MAX = 1_024;

    private final ToIntFunction<Playbook> worstCaseBytes;

    /**
     * Makes a reader.
     *
     * @param worstCaseBytes what one customer's state can take under a playbook
     */
    public PlaybookReader(ToIntFunction<Playbook> worstCaseBytes) {
        this.worstCaseBytes = worstCaseBytes;
    }

    /**
     * Reads a playbook.
     *
     * @param documentName what messages call the document, such as a file's name
     */
    public Checked<Playbook> read(String documentName, String text) {
        return DocumentReader.read(
                documentName, "playbook", text, section -> playbook(section, text));
    }

    private Optional<Playbook> playbook(Section root, String text) {
        Optional<Playbook> playbook =
                new PlaybookReading(root).playbook().map(read -> read.withSource(text));
        int bytes = playbook.map(worstCaseBytes::applyAsInt).orElse(0);
        if (bytes > STATE_BYTES_MAX) {
            root.problem(
                    "a customer's state could take %s bytes, more than %s; declare fewer categories"
                            .formatted(bytes, STATE_BYTES_MAX));
        }
        return playbook;
    }
}
