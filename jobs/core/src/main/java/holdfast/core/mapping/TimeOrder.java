package holdfast.core.mapping;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The times that a field holds, and how they run along the sample. Immutable. */
final class TimeOrder {

    static final long ABSENT = Long.MIN_VALUE;

    static final TimeOrder NONE = new TimeOrder(new long[0], 0, 0);

    private final long[] millis;
    private final double share;
    private final double rising;

    private TimeOrder(long[] millis, double share, double rising) {
        this.millis = millis;
        this.share = share;
        this.rising = rising;
    }

    static TimeOrder of(EventSample sample, FieldColumn column, TimeShape shape) {
        long[] millis = new long[sample.records()];
        Arrays.fill(millis, ABSENT);
        Map<Integer, Long> before = new HashMap<>();
        int times = 0;
        int steps = 0;
        int rising = 0;
        for (FieldColumn.Value value : column.values()) {
            OptionalLong time = shape.millis(value.text().strip());
            if (time.isEmpty()) {
                continue;
            }
            times++;
            millis[value.record()] = time.getAsLong();
            Long last = before.put(sample.lane(value.record()), time.getAsLong());
            if (last != null) {
                steps++;
                rising += last <= time.getAsLong() ? 1 : 0;
            }
        }
        double share = (double) times / Math.max(1, column.values().size());
        return new TimeOrder(millis, share, steps == 0 ? 1 : (double) rising / steps);
    }

    /** Share of the field's values that are times. */
    double share() {
        return share;
    }

    /** Share of steps from one record of a lane to the next that do not lead back; 1 if none. */
    double rising() {
        return rising;
    }

    /** The record's time, or {@link #ABSENT}. */
    long millis(int record) {
        return record < millis.length ? millis[record] : ABSENT;
    }
}
