package holdfast.flink.serialize;

import holdfast.core.activity.Fate;
import java.util.List;

/**
 * How many records of one topic met each fate in one task. Immutable.
 *
 * @param counts by the fate's code; code 0 is no fate
 */
public record FateTally(String topic, List<Long> counts) {

    public FateTally {
        counts = List.copyOf(counts);
    }

    /** Of one fate; 0 if the tally is from before there was such a fate. */
    public long of(Fate fate) {
        return fate.code() < counts.size() ? counts.get(fate.code()) : 0;
    }
}
