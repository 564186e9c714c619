package holdfast.app.shell;

/**
 * A rightly used command could not do its work; the message is one line that says why and what
 * helps. The program ends with code 1.
 */
public final class FailedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FailedRunException(String message) {
        super(message);
    }

    public FailedRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
