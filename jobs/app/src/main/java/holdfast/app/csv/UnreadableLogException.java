package holdfast.app.csv;

import java.io.IOException;

/** Says in one line why a file is no event log, and what to do about it. */
public final class UnreadableLogException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableLogException(String message) {
        super(message);
    }
}
