package holdfast.app.replay;

import holdfast.app.csv.RejectedRows;
import holdfast.core.activity.RejectReason;

/** Counts the rows of a log that are not played. Not thread-safe. */
final class CountedRejects implements RejectedRows {

    private long rejected;
    private long unidentified;

    @Override
    public void rejected(long line, RejectReason reason) {
        rejected++;
    }

    @Override
    public void unidentified(long line) {
        unidentified++;
    }

    long rejected() {
        return rejected;
    }

    long unidentified() {
        return unidentified;
    }
}
