package holdfast.flink.operator;

import holdfast.flink.wire.Arrival;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Up to when history was taken in from a file, so that what topics still hold of that time is not
 * counted again.
 *
 * <p>The run that takes history in writes the instant into its state; whoever goes on from there
 * finds it. Every task writes its copy and reads all of them. Not thread-safe.
 */
final class HistoryEnd {

    /** No history is taken in. */
    static final long NONE = Long.MIN_VALUE;

    private final ListState<Long> state;
    private final long coveredUntilMillis;
    private final long keptMillis;

    /**
     * @param takingInUntilMillis the file of this very run holds every event before it, or {@link
     *     #NONE}
     */
    HistoryEnd(OperatorStateStore store, long takingInUntilMillis) throws Exception {
        state = store.getUnionListState(new ListStateDescriptor<>("history-until", Types.LONG));
        long restoredMillis = NONE;
        for (long millis : state.get()) {
            restoredMillis = Math.max(restoredMillis, millis);
        }
        coveredUntilMillis = restoredMillis;
        keptMillis = Math.max(restoredMillis, takingInUntilMillis);
    }

    /**
     * Whether the history that was taken in holds the arrival already. It holds what customers did,
     * no orders and no outreach.
     */
    boolean covers(Arrival arrival) {
        if (arrival.kind() != Arrival.Kind.ACTIVITY || arrival.timeMillis() >= coveredUntilMillis) {
            return false;
        }
        return switch (arrival.source()) {
            case CLICKSTREAM, TRANSACTION, SERVICE -> true;
            case PROFILE, OUTCOME, CONTROL -> false;
        };
    }

    void snapshot() throws Exception {
        state.update(keptMillis == NONE ? List.of() : List.of(keptMillis));
    }
}
