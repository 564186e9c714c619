package holdfast.core.mapping;

import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import java.util.List;

/** What a field can be to a mapping, in the order in which fields are given away. */
public enum FieldRole {
    TIME("time", true),
    EVENT("event", true),
    CUSTOMER("customer", true),
    MESSAGE_ID("message-id", false),
    AMOUNT("amount", false),
    CURRENCY("currency", false),
    REFERS_TO("refers-to", false);

    private final String label;
    private final boolean needed;

    FieldRole(String label, boolean needed) {
        this.label = label;
        this.needed = needed;
    }

    /** The key for it in a playbook's mapping. */
    public String label() {
        return label;
    }

    /** Whether there is no mapping without it. */
    public boolean isNeeded() {
        return needed;
    }

    /** The paths that a mapping has for it. */
    public List<FieldPath> paths(Mapping mapping) {
        return switch (this) {
            case TIME -> mapping.time();
            case EVENT -> mapping.event();
            case CUSTOMER -> mapping.customer();
            case MESSAGE_ID -> mapping.messageId();
            case AMOUNT -> mapping.amount();
            case CURRENCY -> mapping.currency();
            case REFERS_TO -> mapping.refersTo();
        };
    }
}
