package holdfast.app.csv;

import java.io.IOException;

/** Says which column a file lacks; the way out is added where the file can be looked at again. */
final class MissingColumnException extends IOException {

    private static final long serialVersionUID = 1L;

    MissingColumnException(String message) {
        super(message);
    }
}
