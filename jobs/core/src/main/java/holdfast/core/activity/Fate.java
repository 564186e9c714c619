package holdfast.core.activity;

/** What became of one input record: each record meets exactly one fate, and it is counted. */
public enum Fate {
    /** Folded on time. */
    SCORED(1, "scored"),
    /** Folded behind the watermark. */
    LATE(2, "late"),
    /** Seen before, by its message id, or in the history that the job began with. */
    DUPLICATE(3, "duplicate"),
    /** Carried no customer id. */
    UNIDENTIFIED(4, "unidentified"),
    /** Belonged to a customer who asked to be erased. */
    ERASED(5, "erased"),
    /** Refused with a reason, and kept with its original bytes. */
    DEAD_LETTERED(6, "dead_lettered");

    private final int code;
    private final String label;

    Fate(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The number that stands for this fate in stored counts. */
    public int code() {
        return code;
    }

    /** The word for this fate in metrics and summaries. */
    public String label() {
        return label;
    }
}
