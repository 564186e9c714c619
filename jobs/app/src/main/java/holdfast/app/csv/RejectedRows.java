package holdfast.app.csv;

import holdfast.core.activity.RejectReason;

/** Takes the rows of a log that become no event. */
public interface RejectedRows {

    /** A row that starts on the given line breaks a rule. */
    void rejected(long line, RejectReason reason);

    /** A row that starts on the given line names no customer. */
    void unidentified(long line);
}
