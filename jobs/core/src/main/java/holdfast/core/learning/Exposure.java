package holdfast.core.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * During which time after each snapshot somebody may have reached out: up to the customer's next
 * snapshot, within the time in which anybody reached out to anybody. Good for as long as the rows
 * stay as they are.
 */
final class Exposure {

    private final TrainingRows rows;
    private final Question question;
    private final int[] order;
    private final long[] untilMillis;
    private final long firstMillis;
    private final long lastMillis;

    private Exposure(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
        this.order =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingLong(rows::customerKey)
                                        .thenComparingLong(rows::timeMillis))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.untilMillis = new long[rows.size()];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int place = 0; place < order.length; place++) {
            int row = order[place];
            untilMillis[row] = endMillis(place);
            if (rows.isReached(row)) {
                first = Math.min(first, rows.treatedMillis(row));
                last = Math.max(last, rows.treatedMillis(row));
            }
        }
        this.firstMillis = first;
        this.lastMillis = last;
    }

    static Exposure of(TrainingRows rows, Question question) {
        return new Exposure(rows, question);
    }

    private long endMillis(int place) {
        long fromMillis = rows.timeMillis(order[place]);
        if (place + 1 < order.length && isSameCustomer(place, place + 1)) {
            long nextMillis = rows.timeMillis(order[place + 1]);
            if (nextMillis - fromMillis <= question.horizonMillis()) {
                return nextMillis;
            }
        }
        return fromMillis + question.sliceMillis();
    }

    /** The rows, each customer's together, in the order of time. */
    int row(int place) {
        return order[place];
    }

    boolean isSameCustomer(int place, int other) {
        return rows.customerKey(order[place]) == rows.customerKey(order[other]);
    }

    /** The end of the time that belongs to a snapshot. */
    long untilMillis(int row) {
        return untilMillis[row];
    }

    /** Whether somebody reached out within that time. */
    boolean isReached(int row) {
        return rows.isReached(row) && rows.treatedMillis(row) <= untilMillis[row];
    }

    /** How many slices long somebody may have reached out, up to an instant at most. */
    double slices(int row, long atMostMillis) {
        long fromMillis = Math.max(rows.timeMillis(row), firstMillis);
        long endMillis = Math.min(Math.min(untilMillis[row], atMostMillis), lastMillis);
        return Math.max(0, endMillis - fromMillis) / (double) question.sliceMillis();
    }
}
