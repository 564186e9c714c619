package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a run was asked to do, on what, and what it cost.
 *
 * @param command the words that repeat the run
 * @param scorer which scorer was judged
 * @param rejected how many rows became no event, by reason
 * @param capacityPerWeek how many alerts the team can take up in a week, if that was said
 */
record RunFacts(
        String command,
        String version,
        String scorer,
        String file,
        EventLog.Facts log,
        Map<String, Long> rejected,
        OptionalInt capacityPerWeek,
        double wallSeconds) {

    RunFacts {
        rejected = Map.copyOf(rejected);
    }

    long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
