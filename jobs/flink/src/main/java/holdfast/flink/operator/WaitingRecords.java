package holdfast.flink.operator;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Training records that wait for their time. Not thread-safe.
 *
 * <p>While a backlog is worked off, many wait: so records that are not due are told by their times
 * alone, which lie in a row, and only those that are due are looked at and sorted.
 */
final class WaitingRecords {

    private static final Comparator<TrainingRecord> BY_TIME = WaitingRecords::compare;

    private final ArrayList<TrainingRecord> records = new ArrayList<>();
    private final ArrayList<TrainingRecord> due = new ArrayList<>();
    private long[] times = new long[256];
    private long earliestMillis = Long.MAX_VALUE;

    void add(TrainingRecord record) {
        int size = records.size();
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        times[size] = record.atMillis();
        records.add(record);
        earliestMillis = Math.min(earliestMillis, record.atMillis());
    }

    /**
     * Takes away what is due by then.
     *
     * @return by time, customer, outcome and kind; valid until the next call
     */
    List<TrainingRecord> takeDue(long untilMillis) {
        due.clear();
        if (earliestMillis <= untilMillis) {
            part(untilMillis);
            due.sort(BY_TIME);
        }
        return due;
    }

    /** All that wait, in no order. */
    List<TrainingRecord> all() {
        return records;
    }

    private void part(long untilMillis) {
        earliestMillis = Long.MAX_VALUE;
        int i = 0;
        while (i < records.size()) {
            if (times[i] <= untilMillis) {
                due.add(records.get(i));
                fillWithLast(i);
            } else {
                earliestMillis = Math.min(earliestMillis, times[i]);
                i++;
            }
        }
    }

    private void fillWithLast(int i) {
        int end = records.size() - 1;
        TrainingRecord last = records.remove(end);
        if (i < end) {
            records.set(i, last);
            times[i] = times[end];
        }
    }

    private static int compare(TrainingRecord one, TrainingRecord other) {
        int byTime = Long.compare(one.atMillis(), other.atMillis());
        if (byTime != 0) {
            return byTime;
        }
        int byCustomer = Long.compare(one.customerKey(), other.customerKey());
        if (byCustomer != 0) {
            return byCustomer;
        }
        int byOutcome = Integer.compare(one.outcomeId(), other.outcomeId());
        return byOutcome != 0 ? byOutcome : one.kind().compareTo(other.kind());
    }
}
