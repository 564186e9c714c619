package holdfast.core.alert;

/** Where an alert stands in its life. */
public enum AlertStatus {
    /** The risk crossed the policy's line. */
    OPENED(1),
    /** The risk of an open alert crossed the second line. */
    ESCALATED(2),
    /** The customer came back, or the risk fell under the closing line. */
    RECOVERED(3),
    /** Late data showed that the alert should not have opened. */
    RETRACTED(4),
    /** The time in which acting made sense has passed. */
    EXPIRED(5);

    private final int code;

    AlertStatus(int code) {
        this.code = code;
    }

    /** The number that stands for the status in stored bytes; never reused. */
    public int code() {
        return code;
    }

    /** Whether an alert of this status waits for someone to act. */
    public boolean isOpen() {
        return this == OPENED || this == ESCALATED;
    }

    /** The status with this code. */
    public static AlertStatus ofCode(int code) {
        for (AlertStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("no alert status has the code " + code);
    }
}
