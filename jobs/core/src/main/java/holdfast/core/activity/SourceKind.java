package holdfast.core.activity;

/** The kind of input an event came from; stored and sent by its code. */
public enum SourceKind {
    CLICKSTREAM(1),
    TRANSACTION(2),
    SERVICE(3),
    PROFILE(4),
    OUTCOME(5),
    CONTROL(6);

    private final int code;

    SourceKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * Returns the kind with this code.
     *
     * @throws IllegalArgumentException if no kind has it
     */
    public static SourceKind ofCode(int code) {
        return switch (code) {
            case 1 -> CLICKSTREAM;
            case 2 -> TRANSACTION;
            case 3 -> SERVICE;
            case 4 -> PROFILE;
            case 5 -> OUTCOME;
            case 6 -> CONTROL;
            default -> throw new IllegalArgumentException("no source kind has the code " + code);
        };
    }
}
