package holdfast.app.options;

import java.util.List;

/** Options were given that cannot be used; one line for each problem. */
public final class WrongOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public WrongOptionException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, without the program's name. */
    public List<String> problems() {
        return problems;
    }
}
