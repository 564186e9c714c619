package holdfast.app.shell;

import java.util.List;

/** A command was used wrongly; one line for each problem. The program ends with code 2. */
public final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public WrongUseException(String problem) {
        this(List.of(problem));
    }

    public WrongUseException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, without the program's name. */
    public List<String> problems() {
        return problems;
    }
}
