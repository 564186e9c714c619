package holdfast.core.alert;

/** What ended an alert. */
public enum ClosedBy {
    /** It has not ended. */
    NOTHING,
    /** The customer was active again. */
    ACTIVITY,
    /** The risk fell under the policy's closing line. */
    SCORE,
    /** The customer cancelled. */
    CANCEL,
    /** Time ran out. */
    TIME,
    /** Data that came late disproved it. */
    LATE_DATA,
    /** The person's data was erased. */
    ERASURE
}
