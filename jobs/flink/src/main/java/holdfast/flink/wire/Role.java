package holdfast.flink.wire;

import org.jspecify.annotations.Nullable;

/** What a field of a record means to us. */
enum Role {
    CUSTOMER(0),
    NAME(1),
    TIME(2),
    MESSAGE_ID(3),
    AMOUNT(4),
    CURRENCY(5),
    REFERS_TO(6),
    UNTIL(7);

    /** How many roles there are. */
    static final int COUNT = 8;

    private final int slot;

    Role(int slot) {
        this.slot = slot;
    }

    /** Place of the role in arrays of {@link #COUNT}. */
    int slot() {
        return slot;
    }

    /** Whether the value is an instant. */
    boolean isTime() {
        return switch (this) {
            case TIME, REFERS_TO, UNTIL -> true;
            case CUSTOMER, NAME, MESSAGE_ID, AMOUNT, CURRENCY -> false;
        };
    }

    /** The role of a field of our own schemas, or null when the field is not read. */
    static @Nullable Role ofField(String name) {
        return switch (name) {
            case "customer_id" -> CUSTOMER;
            case "event_name", "disposition", "action" -> NAME;
            case "event_time" -> TIME;
            case "message_id" -> MESSAGE_ID;
            case "amount_minor" -> AMOUNT;
            case "currency" -> CURRENCY;
            case "refers_to_time" -> REFERS_TO;
            case "until" -> UNTIL;
            default -> null;
        };
    }
}
