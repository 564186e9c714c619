package holdfast.flink.wire;

/** There is no schema that a record could be read by; carries no stack trace, for floods of it. */
public final class UnknownSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * @param detail why, in a few words, without anything of the record but its schema's id
     */
    public UnknownSchemaException(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
