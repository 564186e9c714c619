package holdfast.core.alert;

/** What set an alert off. */
public enum AlertTrigger {
    /** An event that raised the risk. */
    EVENT(1),
    /** The absence of activity. */
    SILENCE(2),
    /** A clock that ran out. */
    CLOCK(3);

    private final int code;

    AlertTrigger(int code) {
        this.code = code;
    }

    /** The number that stands for the trigger in stored bytes and in alert ids; never reused. */
    public int code() {
        return code;
    }

    /** The trigger with this code. */
    public static AlertTrigger ofCode(int code) {
        for (AlertTrigger trigger : values()) {
            if (trigger.code == code) {
                return trigger;
            }
        }
        throw new IllegalArgumentException("no alert trigger has the code " + code);
    }
}
