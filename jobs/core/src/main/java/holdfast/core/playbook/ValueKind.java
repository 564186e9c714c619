package holdfast.core.playbook;

/** What the amounts of a category's events do to the customer's value. */
public enum ValueKind {
    /** Amounts are ignored. */
    NONE("none"),
    /** Amounts add to it and must not be negative. */
    REVENUE("revenue"),
    /** Amounts of either sign take from it: they reverse earlier revenue. */
    REFUND("refund");

    private final String label;

    ValueKind(String label) {
        this.label = label;
    }

    /** The word for it in a playbook. */
    public String label() {
        return label;
    }
}
