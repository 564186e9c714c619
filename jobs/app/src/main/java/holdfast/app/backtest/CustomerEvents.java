package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import java.util.Arrays;

/** The events of each customer of a log, in the order of time. Immutable. */
final class CustomerEvents {

    private final Past past;
    private final int[] starts;
    private final int[] events;

    CustomerEvents(Past past) {
        EventLog log = past.log();
        this.past = past;
        this.starts = new int[log.customerIds().size() + 1];
        this.events = new int[log.size()];
        for (int event = 0; event < log.size(); event++) {
            starts[log.customer(event) + 1]++;
        }
        for (int customer = 1; customer < starts.length; customer++) {
            starts[customer] += starts[customer - 1];
        }
        int[] next = starts.clone();
        for (int event = 0; event < log.size(); event++) {
            events[next[log.customer(event)]] = event;
            next[log.customer(event)]++;
        }
    }

    /** The customer's events as their places in the log. */
    int[] of(int customer) {
        return Arrays.copyOfRange(events, starts[customer], starts[customer + 1]);
    }

    /** When the customer is first active after an instant; {@link Long#MAX_VALUE} for never. */
    long nextActivityMillis(int customer, long afterMillis) {
        return nextMillis(customer, afterMillis, false);
    }

    /** When the customer first cancels after an instant; {@link Long#MAX_VALUE} for never. */
    long nextCancelMillis(int customer, long afterMillis) {
        return nextMillis(customer, afterMillis, true);
    }

    /** When the customer was last active up to an instant; {@link Long#MIN_VALUE} for never. */
    long lastActivityMillis(int customer, long upToMillis) {
        long last = Long.MIN_VALUE;
        for (int i = starts[customer]; i < starts[customer + 1]; i++) {
            int event = events[i];
            long timeMillis = past.log().timeMillis(event);
            if (timeMillis > upToMillis) {
                break;
            }
            if (past.roles().isActivity(past.log().name(event))) {
                last = timeMillis;
            }
        }
        return last;
    }

    private long nextMillis(int customer, long afterMillis, boolean cancel) {
        int low = starts[customer];
        int high = starts[customer + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (past.log().timeMillis(events[middle]) <= afterMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < starts[customer + 1]; low++) {
            int name = past.log().name(events[low]);
            if (cancel ? past.roles().isCancel(name) : past.roles().isActivity(name)) {
                return past.log().timeMillis(events[low]);
            }
        }
        return Long.MAX_VALUE;
    }
}
