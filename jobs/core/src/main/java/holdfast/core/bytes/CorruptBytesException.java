package holdfast.core.bytes;

/** Bytes that no released layout can have written. */
public final class CorruptBytesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptBytesException(String message) {
        super(message);
    }
}
