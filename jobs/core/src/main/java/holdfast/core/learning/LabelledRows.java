package holdfast.core.learning;

import holdfast.core.engagement.FoldRules;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.TrainingRecord;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The rows that a {@link Learner} of an outcome learns from, none of them faded or sampled away,
 * for those who fit models elsewhere. Grows with the log. Not thread-safe.
 */
public final class LabelledRows {

    private final Outcome outcome;
    private final Question question;
    private final TrainingRows rows;
    private final CustomerRows customers;
    private final SpecialTimes special;

    /** No rows so far. */
    public LabelledRows(Outcome outcome, Playbook playbook) {
        this.outcome = outcome;
        this.question = Question.of(outcome);
        this.rows = new TrainingRows(FeatureLayout.of(playbook));
        this.customers = new CustomerRows(rows, question);
        this.special = SpecialTimes.of(playbook.calendar(), FoldRules.of(playbook).days());
    }

    /**
     * One snapshot and what became of it.
     *
     * @param customerKey whose it is, see {@link TrainingRecord#keyOf}
     * @param atMillis when it was taken
     * @param decidedMillis when the deciding event came, if within the horizon
     * @param label 1 when the customer was lost, 0 when not; empty until the horizon has passed
     * @param treated whether somebody reached out within the horizon, before the decision
     * @param special whether special days fall into its horizon, so that the learner leaves it out
     * @param weight how much it counts before it fades with age: snapshots of a customer overlap,
     *     and those left alone stand for those that somebody reached out to; 0 for what tells
     *     nothing of the course of nature
     * @param valueMinor what was expected of the customer within a horizon, in minor units
     */
    public record Row(
            long customerKey,
            long atMillis,
            OptionalLong decidedMillis,
            OptionalInt label,
            boolean treated,
            boolean special,
            double weight,
            long valueMinor) {}

    /** Takes in what is about this outcome, and ignores the rest. */
    public void take(TrainingRecord told) {
        if (told.outcomeId() != outcome.id() && told.outcomeId() != TrainingRecord.ALL_OUTCOMES) {
            return;
        }
        switch (told.kind()) {
            case SNAPSHOT -> customers.add(rows.add(told));
            case DECIDED, TREATED -> customers.tell(told);
            case ERASED -> {
                customers.erase(told.customerKey());
                rows.erase(told.customerKey());
            }
        }
    }

    /**
     * Orders the rows by time and customer without those of the erased, and finds those that
     * special days make useless. To be called before anything is read.
     *
     * @param nowMillis everything up to it has been told, nothing after it
     */
    public void arrange(long nowMillis) {
        rows.arrange(row -> true);
        customers.rearrange();
        special.leaveOut(rows, question, nowMillis);
        Outreach.weigh(new Now(rows, question, nowMillis));
    }

    public int size() {
        return rows.size();
    }

    /** Where each feature of a row stands. */
    public FeatureLayout layout() {
        return rows.layout();
    }

    /** A row as it is known at an instant. */
    public Row row(int row, long nowMillis) {
        boolean inTime = rows.decidedMillis(row) <= rows.timeMillis(row) + question.horizonMillis();
        boolean mature = question.isMature(rows, row, nowMillis);
        return new Row(
                rows.customerKey(row),
                rows.timeMillis(row),
                inTime ? OptionalLong.of(rows.decidedMillis(row)) : OptionalLong.empty(),
                mature ? OptionalInt.of((int) question.label(rows, row)) : OptionalInt.empty(),
                rows.isTreated(row) && !rows.isSpecial(row),
                rows.isSpecial(row),
                rows.weight(row) * Fading.weight(0, 1),
                rows.valueMinor(row));
    }

    /** A feature of a row. */
    public double feature(int row, int position) {
        return rows.feature(row, position);
    }
}
