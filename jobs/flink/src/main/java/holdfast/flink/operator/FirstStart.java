package holdfast.flink.operator;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What was fixed at the very first start and outlives every restart, and how far time had come at
 * the checkpoint that a restart restores.
 *
 * <p>Every task writes its copy and reads all of them, so the number of tasks may change.
 */
final class FirstStart {

    private final ListState<Long> liveFrom;
    private final ListState<String> playbook;
    private final ListState<Long> progress;

    private final long liveFromMillis;
    private final String playbookText;
    private final long restoredWatermarkMillis;

    FirstStart(OperatorStateStore store, ScoringStart start) throws Exception {
        liveFrom = union(store, "live-from", Types.LONG);
        playbook = union(store, "first-playbook", Types.STRING);
        progress = union(store, "progress", Types.LONG);
        liveFromMillis = firstOf(liveFrom, start.liveFromMillis());
        playbookText = firstOf(playbook, start.playbook());
        restoredWatermarkMillis = leastOf(progress);
    }

    long liveFromMillis() {
        return liveFromMillis;
    }

    String playbook() {
        return playbookText;
    }

    /** The time that every task had reached; {@link Long#MIN_VALUE} on a first start. */
    long restoredWatermarkMillis() {
        return restoredWatermarkMillis;
    }

    void snapshot(long watermarkMillis) throws Exception {
        liveFrom.update(List.of(liveFromMillis));
        playbook.update(List.of(playbookText));
        progress.update(List.of(watermarkMillis));
    }

    private static <T> ListState<T> union(
            OperatorStateStore store, String name, TypeInformation<T> type) throws Exception {
        return store.getUnionListState(new ListStateDescriptor<>(name, type));
    }

    private static <T> T firstOf(ListState<T> state, T otherwise) throws Exception {
        for (T value : state.get()) {
            return value;
        }
        return otherwise;
    }

    private static long leastOf(ListState<Long> state) throws Exception {
        long least = Long.MAX_VALUE;
        for (long value : state.get()) {
            least = Math.min(least, value);
        }
        return least == Long.MAX_VALUE ? Long.MIN_VALUE : least;
    }
}
