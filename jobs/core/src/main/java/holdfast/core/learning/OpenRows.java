package holdfast.core.learning;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a customer of which nothing has been told that decides. Those past their
 * horizon are among them, for the log of former times may be told after a lesson. Not thread-safe.
 */
final class OpenRows {

    private final TrainingRows rows;
    private final Question question;
    private final Map<Long, List<Integer>> byCustomer = new HashMap<>();

    OpenRows(TrainingRows rows, Question question) {
        this.rows = rows;
        this.question = question;
    }

    /** Notes a row that was just added. */
    void add(int row) {
        byCustomer.computeIfAbsent(rows.customerKey(row), key -> new ArrayList<>(1)).add(row);
    }

    /** Finds out anew where the rows stand. */
    void rearrange() {
        byCustomer.clear();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.decidedMillis(row) == TrainingRows.NEVER) {
                add(row);
            }
        }
    }

    /** Forgets the rows of a customer. */
    void erase(long customerKey) {
        byCustomer.remove(customerKey);
    }

    /** Tells the customer's open rows what came. */
    void tell(TrainingRecord record) {
        List<Integer> open = byCustomer.get(record.customerKey());
        if (open == null) {
            return;
        }
        for (int row : open) {
            if (rows.timeMillis(row) <= record.atMillis()) {
                note(row, record);
            }
        }
        open.removeIf(row -> rows.decidedMillis(row) != TrainingRows.NEVER);
        if (open.isEmpty()) {
            byCustomer.remove(record.customerKey());
        }
    }

    /**
     * A snapshot knows what lies before its instant: the event of that very instant decides, noted
     * a millisecond later, since no time at all stands for never in bytes.
     */
    private void note(int row, TrainingRecord record) {
        long afterMillis = record.atMillis() - rows.timeMillis(row);
        switch (record.kind()) {
            case DECIDED -> rows.decide(row, rows.timeMillis(row) + Math.max(1, afterMillis));
            case TREATED -> {
                if (afterMillis > 0 && afterMillis <= question.horizonMillis()) {
                    rows.treat(row, record.atMillis());
                }
            }
            case SNAPSHOT, ERASED -> {} // not about rows that there are
        }
    }
}
