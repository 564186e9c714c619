package holdfast.core.learning;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a customer, and tells them what came.
 *
 * <p>Those of which nothing has been told that decides stay open beyond their horizon, for the log
 * of former times may be told after a lesson. What decided a row stands; but outreach before that
 * is noted whenever it is told of: calls are often entered when some of those called are back. Not
 * thread-safe.
 */
final class CustomerRows {

    private final TrainingRows rows;
    private final Question question;
    private final Map<Long, List<Integer>> open = new HashMap<>();
    private final Map<Long, List<Integer>> decided = new HashMap<>();

    CustomerRows(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
    }

    /** Notes a row that was just added. */
    void add(int row) {
        Map<Long, List<Integer>> into =
                rows.decidedMillis(row) == TrainingRows.NEVER ? open : decided;
        into.computeIfAbsent(rows.customerKey(row), key -> new ArrayList<>(1)).add(row);
    }

    /** Whether there is a row of the snapshot's customer and instant. */
    boolean have(TrainingRecord snapshot) {
        return have(open, snapshot) || have(decided, snapshot);
    }

    private boolean have(Map<Long, List<Integer>> among, TrainingRecord snapshot) {
        for (int row : among.getOrDefault(snapshot.customerKey(), List.of())) {
            if (rows.timeMillis(row) == snapshot.atMillis()) {
                return true;
            }
        }
        return false;
    }

    /** Finds out anew where the rows stand. */
    void rearrange() {
        open.clear();
        decided.clear();
        for (int row = 0; row < rows.size(); row++) {
            add(row);
        }
    }

    /** Forgets the rows of a customer. */
    void erase(long customerKey) {
        open.remove(customerKey);
        decided.remove(customerKey);
    }

    /** Tells the customer's rows what came. */
    void tell(TrainingRecord record) {
        switch (record.kind()) {
            case DECIDED -> decide(record.customerKey(), record.atMillis());
            case TREATED -> {
                treat(open, record.customerKey(), record.atMillis());
                treat(decided, record.customerKey(), record.atMillis());
            }
            case SNAPSHOT, ERASED -> {} // not about rows that there are
        }
    }

    /**
     * A snapshot knows what lies before its instant: the event of that very instant decides, noted
     * a millisecond later, since no time at all stands for never in bytes.
     */
    private void decide(long customerKey, long atMillis) {
        List<Integer> waiting = open.remove(customerKey);
        if (waiting == null) {
            return;
        }
        for (int row : waiting) {
            if (rows.timeMillis(row) <= atMillis) {
                rows.decide(row, Math.max(rows.timeMillis(row) + 1, atMillis));
            }
            add(row);
        }
    }

    private void treat(Map<Long, List<Integer>> among, long customerKey, long atMillis) {
        for (int row : among.getOrDefault(customerKey, List.of())) {
            long afterMillis = atMillis - rows.timeMillis(row);
            boolean isWithin = afterMillis > 0 && afterMillis <= question.horizonMillis();
            if (isWithin && atMillis < rows.decidedMillis(row)) {
                rows.treat(row, atMillis);
            }
        }
    }
}
