package holdfast.flink.wire;

import holdfast.core.alert.Alert;
import holdfast.core.alert.ScoreReport;

/** Writes what leaves the engine as the records that readers get. Not thread-safe. */
public interface Encoder {

    /**
     * A message about an alert.
     *
     * @param detectedAtMillis when the job noticed, by the wall clock, UTC
     */
    EncodedRecord alert(Alert alert, long detectedAtMillis);

    /** A customer's latest score. */
    EncodedRecord score(ScoreReport report);
}
