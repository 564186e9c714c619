package holdfast.core.learning;

import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a customer whose outcome is still open. At most one horizon's worth a customer.
 * Not thread-safe.
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

    /** Forgets rows that no event can decide any more, and where the others stood. */
    void rearrange(long nowMillis) {
        byCustomer.clear();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.decidedMillis(row) == TrainingRows.NEVER
                    && !question.isMature(rows, row, nowMillis)) {
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
