package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import java.util.Map;

/**
 * An event log as it was read.
 *
 * @param rejected how many rows became no event, by reason
 */
public record ReadLog(EventLog events, Map<String, Long> rejected) {

    /** The file that lists the rows that became no event. */
    public static final String REJECTED = "rejected.csv";

    public ReadLog {
        rejected = Map.copyOf(rejected);
    }

    /** How many rows became no event. */
    public long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
