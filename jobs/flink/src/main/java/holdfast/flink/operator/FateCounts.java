package holdfast.flink.operator;

import holdfast.core.activity.Fate;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.MetricGroup;

/**
 * How many records met each fate in this task, since the first start: the counts are part of every
 * checkpoint, so that they add up over restarts. Not thread-safe.
 */
final class FateCounts {

    private static final ListStateDescriptor<long[]> STATE =
            new ListStateDescriptor<>(
                    "fates", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

    /** By the fate's code. */
    private final long[] counts = new long[Fate.values().length + 1];

    private final ListState<long[]> state;

    /** The counts as of the checkpoint restored; of several tasks that are now one, the sum. */
    FateCounts(OperatorStateStore store) throws Exception {
        state = store.getListState(STATE);
        for (long[] restored : state.get()) {
            for (int code = 0; code < Math.min(counts.length, restored.length); code++) {
                counts[code] += restored[code];
            }
        }
    }

    void register(MetricGroup metrics) {
        for (Fate fate : Fate.values()) {
            metrics.addGroup("fate", fate.label())
                    .gauge("churn_events_total", () -> counts[fate.code()]);
        }
    }

    void count(Fate fate) {
        counts[fate.code()]++;
    }

    void snapshot() throws Exception {
        state.update(List.of(counts.clone()));
    }
}
