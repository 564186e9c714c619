package holdfast.core.learning;

import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.OutcomeKind;

/**
 * What is to be learned: whether the deciding event comes within the horizon, and which answer is
 * the loss of a customer.
 *
 * @param horizonMillis positive
 * @param lostIfDecided whether the deciding event is the loss itself, as a cancel is, and not the
 *     return that averts it
 */
record Question(long horizonMillis, boolean lostIfDecided) {

    /** Slices of the horizon whose outcome is known sooner. */
    static final int SLICES = 8;

    static Question of(Outcome outcome) {
        return new Question(outcome.horizonMillis(), outcome.kind() == OutcomeKind.CANCEL);
    }

    long sliceMillis() {
        return horizonMillis / SLICES;
    }

    /**
     * Whether the outcome of a row is known at an instant; a decision alone must not count sooner.
     */
    boolean isMature(TrainingRows rows, int row, long nowMillis) {
        return rows.timeMillis(row) + horizonMillis <= nowMillis;
    }

    /** 1 when the customer was lost, else 0; for mature rows. */
    double label(TrainingRows rows, int row) {
        boolean decided = rows.decidedMillis(row) <= rows.timeMillis(row) + horizonMillis;
        return decided == lostIfDecided ? 1 : 0;
    }

    /** How many horizons one instant lies after another. */
    double horizons(long fromMillis, long toMillis) {
        return (toMillis - fromMillis) / (double) horizonMillis;
    }
}
