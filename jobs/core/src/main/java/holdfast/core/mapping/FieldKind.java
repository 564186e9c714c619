package holdfast.core.mapping;

/** How a field's value is written. */
public enum FieldKind {
    TEXT("text"),
    NUMBER("number"),
    /** A list, an object or a truth value: of no use to a mapping. */
    OTHER("list or truth value");

    private final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /** The word for it in explanations. */
    public String label() {
        return label;
    }
}
