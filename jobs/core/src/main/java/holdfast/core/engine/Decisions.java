package holdfast.core.engine;

import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.playbook.Policy;
import holdfast.core.training.TrainingRecord;

/** Where the engine's decisions go. */
public interface Decisions {

    /** A message about an alert. */
    void alert(Alert alert);

    /** A customer's score is worth publishing. */
    void score(ScoreReport report);

    /** An alert that was due is held back; told once for each silence and reason. */
    void held(Policy policy, HoldReason reason);

    /** A customer is forgotten: what was published is to be deleted. */
    void forgotten(String customerId);

    /**
     * Whether somebody learns from a customer, asked before anything is made to learn from but an
     * erasure.
     *
     * @param customerKey see {@link TrainingRecord#keyOf}
     */
    default boolean learnsFrom(long customerKey) {
        return true;
    }

    /** Something to learn from; lost unless somebody learns. An erasure is told of anybody. */
    default void training(TrainingRecord record) {}
}
