package holdfast.app.csv;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An event log in memory, in columns, in the order of time; events of one instant stay in the order
 * of the file.
 *
 * <p>Customers and event names are small numbers in the order of first appearance in the file. 24
 * bytes an event. Immutable.
 */
public final class EventLog {

    private final int[] customers;
    private final long[] timesMillis;
    private final int[] names;
    private final long[] amountsMinor;
    private final List<String> customerIds;
    private final List<String> eventNames;
    private final Facts facts;

    private EventLog(
            Builder built, List<String> customerIds, List<String> eventNames, Facts facts) {
        this.customers = Arrays.copyOf(built.customers, built.size);
        this.timesMillis = Arrays.copyOf(built.timesMillis, built.size);
        this.names = Arrays.copyOf(built.names, built.size);
        this.amountsMinor = Arrays.copyOf(built.amountsMinor, built.size);
        this.customerIds = customerIds;
        this.eventNames = eventNames;
        this.facts = facts;
    }

    /**
     * How the log was found.
     *
     * @param rows data rows of the file, good and bad
     * @param sorted whether the rows were in the order of time already
     * @param amountColumn whether there is a column of amounts
     * @param sha256 of the file's bytes as stored, in lower-case hexadecimal
     */
    public record Facts(long rows, boolean sorted, boolean amountColumn, String sha256) {}

    /** How many events there are. */
    public int size() {
        return timesMillis.length;
    }

    public int customer(int event) {
        return customers[event];
    }

    public long timeMillis(int event) {
        return timesMillis[event];
    }

    public int name(int event) {
        return names[event];
    }

    public long amountMinor(int event) {
        return amountsMinor[event];
    }

    public List<String> customerIds() {
        return customerIds;
    }

    public List<String> eventNames() {
        return eventNames;
    }

    public Facts facts() {
        return facts;
    }

    /** The event as the core takes it; it has no message id. */
    public Activity activity(int event) {
        return new Activity(
                customerIds.get(customers[event]),
                timesMillis[event],
                eventNames.get(names[event]),
                amountsMinor[event],
                0,
                0,
                SourceKind.TRANSACTION);
    }

    /** How many events lie at or before the instant. */
    public int countUpTo(long timeMillis) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timesMillis[middle] <= timeMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same log without the events after the first so many; it is found as the whole was. */
    public EventLog first(int events) {
        Builder kept = new Builder();
        for (int event = 0; event < events; event++) {
            kept.add(customers[event], timesMillis[event], names[event], amountsMinor[event]);
        }
        return new EventLog(kept, customerIds, eventNames, facts);
    }

    /** Collects events in the order of the file. Not thread-safe. */
    static final class Builder {

        private int size;
        private boolean sorted = true;
        private int[] customers = new int[1 << 12];
        private long[] timesMillis = new long[1 << 12];
        private int[] names = new int[1 << 12];
        private long[] amountsMinor = new long[1 << 12];

        void add(int customer, long timeMillis, int name, long amountMinor) {
            if (size == customers.length) {
                grow();
            }
            sorted &= size == 0 || timesMillis[size - 1] <= timeMillis;
            customers[size] = customer;
            timesMillis[size] = timeMillis;
            names[size] = name;
            amountsMinor[size] = amountMinor;
            size++;
        }

        EventLog build(
                List<String> customerIds,
                List<String> eventNames,
                long rows,
                boolean amountColumn,
                String sha256) {
            Facts facts = new Facts(rows, sorted, amountColumn, sha256);
            Builder inOrder = sorted ? this : sortedByTime();
            return new EventLog(inOrder, customerIds, eventNames, facts);
        }

        private Builder sortedByTime() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingLong(i -> timesMillis[i]));
            Builder sortedByTime = new Builder();
            for (int i : order) {
                sortedByTime.add(customers[i], timesMillis[i], names[i], amountsMinor[i]);
            }
            return sortedByTime;
        }

        private void grow() {
            int capacity = 2 * size;
            customers = Arrays.copyOf(customers, capacity);
            timesMillis = Arrays.copyOf(timesMillis, capacity);
            names = Arrays.copyOf(names, capacity);
            amountsMinor = Arrays.copyOf(amountsMinor, capacity);
        }
    }
}
