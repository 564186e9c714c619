package holdfast.core.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading a document came to: a value, or everything that is wrong with the document. */
public final class Checked<T> {
    private final String documentName;
    private final @Nullable T value;
    private final List<Problem> problems;

    private Checked(String documentName, @Nullable T value, List<Problem> problems) {
        this.documentName = documentName;
        this.value = value;
        this.problems = List.copyOf(problems);
    }

    static <T> Checked<T> accepted(String documentName, T value) {
        return new Checked<>(documentName, value, List.of());
    }

    static <T> Checked<T> refused(String documentName, List<Problem> problems) {
        return new Checked<>(documentName, null, problems);
    }

    public boolean isAccepted() {
        return value != null;
    }

    /**
     * The value read.
     *
     * @throws IllegalArgumentException with the {@link #report()} if the document was refused
     */
    public T value() {
        if (value == null) {
            throw new IllegalArgumentException(report());
        }
        return value;
    }

    /** What is wrong, by rising line; empty if the document was accepted. */
    public List<Problem> problems() {
        return problems;
    }

    /** One line a problem with its place, then how many there are; empty if there is none. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Problem problem : problems) {
            lines.add(documentName + ":" + problem.line() + ": " + problem.message());
        }
        if (!lines.isEmpty()) {
            lines.add(lines.size() == 1 ? "1 error" : lines.size() + " errors");
        }
        return lines;
    }

    /** The {@link #lines()} as one text. */
    public String report() {
        return String.join("\n", lines());
    }
}
