package holdfast.flink.wire;

import org.jspecify.annotations.Nullable;

/** What an order of the control topic asks for. */
public enum ControlAction {
    /** Forget the customer. */
    ERASE(1),
    /** No alerts about the customer. */
    SUPPRESS(2),
    /** Hold alerts back. */
    PAUSE(3),
    /** End a pause or a suppression. */
    RESUME(4);

    private final int code;

    ControlAction(int code) {
        this.code = code;
    }

    /** The number that stands for this action in stored bytes; never reused. */
    public int code() {
        return code;
    }

    /** Whether the action makes sense for one named customer only. */
    boolean needsCustomer() {
        return this == ERASE || this == SUPPRESS;
    }

    /** The action of a code, as {@link #code()} gives it. */
    public static ControlAction ofCode(int code) {
        for (ControlAction action : values()) {
            if (action.code == code) {
                return action;
            }
        }
        throw new IllegalArgumentException("no control action has the code " + code);
    }

    /** The action of a name, or null when there is none. */
    static @Nullable ControlAction ofName(String name) {
        for (ControlAction action : values()) {
            if (action.name().equals(name)) {
                return action;
            }
        }
        return null;
    }
}
