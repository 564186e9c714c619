package holdfast.core.playbook;

/** What makes an outcome come true. */
public enum OutcomeKind {
    /** No activity of the outcome's categories within the horizon. */
    NO_ACTIVITY("no-activity"),
    /** An event of a cancel category within the horizon. */
    CANCEL("cancel");

    private final String label;

    OutcomeKind(String label) {
        this.label = label;
    }

    /** The word for it in a playbook. */
    public String label() {
        return label;
    }
}
