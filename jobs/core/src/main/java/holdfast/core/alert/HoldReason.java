package holdfast.core.alert;

/** Why an alert that was due did not open. */
public enum HoldReason {
    /** An earlier alert of the policy closed too recently. */
    COOL_DOWN(1),
    /** The customer's value lies under the policy's gate. */
    VALUE_GATE(2),
    /** The service has just started; the customer waits on the opening list. */
    WARM_UP(3),
    /** Someone asked not to contact the customer. */
    SUPPRESSED(4),
    /** Alerts are paused for everybody. */
    PAUSED(5);

    private final int code;

    HoldReason(int code) {
        this.code = code;
    }

    /** The number that stands for the reason in stored bytes; never reused, never 0. */
    public int code() {
        return code;
    }

    /** The reason with this code. */
    public static HoldReason ofCode(int code) {
        for (HoldReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no hold reason has the code " + code);
    }
}
