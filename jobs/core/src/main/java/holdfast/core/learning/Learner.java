package holdfast.core.learning;

import holdfast.core.bytes.Hashes;
import holdfast.core.engagement.FoldRules;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ActiveSpan;
import holdfast.core.score.LinearWeights;
import holdfast.core.time.Days;
import holdfast.core.training.TrainingRecord;
import java.util.Optional;

/**
 * Learns a score of one outcome from what the engine tells, labelling itself as time passes.
 *
 * <p>Nothing that lies after an instant has any part in what is learned at it. Of one customer's
 * records the order counts, for a decision is about the snapshots before it; how those of different
 * customers came among each other since the last lesson does not. Bounded: beyond {@value
 * #ROWS_MAX} snapshots or {@value #HISTORIES_MAX} customers it goes on with half of the customers,
 * chosen by hash. Deterministic. Not thread-safe.
 */
public final class Learner {

    static final int ROWS_MAX = 400_000;
    static final int HISTORIES_MAX = 200_000;

    private static final double OLDEST_HORIZONS = 11;
    private static final long BEFORE_ALL = Long.MIN_VALUE / 2;

    private final Outcome outcome;
    private final Question question;
    private final TrainingRows rows;
    private final OpenRows open;
    private final Histories histories;
    private final TrackRecord record;
    private final SpecialTimes special;
    private final Examination examination;
    private double shareOfCustomers = 1;
    private Panel panel = Panel.ofThePrior();
    private Expert served = Panel.prior();

    /** A learner that has seen nothing. */
    public Learner(Outcome outcome, Playbook playbook) {
        this.outcome = outcome;
        this.question = Question.of(outcome);
        this.rows = new TrainingRows(FeatureLayout.of(playbook));
        this.open = new OpenRows(rows, question);
        Days days = FoldRules.of(playbook).days();
        this.histories = new Histories(new ActiveSpan(days));
        this.record = new TrackRecord(rows, question);
        this.special = SpecialTimes.of(playbook.calendar(), days);
        this.examination = new Examination(rows, question, days);
    }

    /** Takes in what is about this outcome, and ignores the rest. */
    public void take(TrainingRecord told) {
        boolean isMine =
                told.outcomeId() == outcome.id() || told.outcomeId() == TrainingRecord.ALL_OUTCOMES;
        if (!isMine || !isSampled(told.customerKey())) {
            return;
        }
        if (rows.size() >= ROWS_MAX || histories.size() >= HISTORIES_MAX) {
            thin();
        }
        switch (told.kind()) {
            case SNAPSHOT -> {
                open.add(rows.add(told));
                histories.take(told);
            }
            case DECIDED, TREATED -> open.tell(told);
            case ERASED -> erase(told.customerKey());
        }
    }

    /**
     * Learns from all that is known at the instant.
     *
     * @param nowMillis everything up to it has been told, nothing after it
     */
    public Lesson learn(long nowMillis) {
        arrange(nowMillis);
        record.note(panel, served);
        BgNbdFit.Fit prior = histories.fit(outcome.horizonMillis());
        panel = Panel.fit(rows, question, nowMillis, record);
        Optional<LinearWeights> linear =
                panel.hasLearned() && Proof.holds(new Now(rows, question, nowMillis))
                        ? Optional.of(Teaching.teach(panel, rows, question, nowMillis))
                        : Optional.empty();
        served = linear.<Expert>map(LinearExpert::new).orElseGet(Panel::prior);
        return new Lesson(nowMillis, prior, linear, panel.shares(), examination.at(nowMillis));
    }

    private void arrange(long nowMillis) {
        rows.arrange(
                row ->
                        isSampled(rows.customerKey(row))
                                && question.horizons(rows.timeMillis(row), nowMillis)
                                        < OLDEST_HORIZONS);
        special.leaveOut(rows, question, nowMillis);
        open.rearrange(nowMillis);
    }

    private void thin() {
        shareOfCustomers /= 2;
        histories.keep(this::isSampled);
        rows.arrange(row -> isSampled(rows.customerKey(row)));
        open.rearrange(BEFORE_ALL);
    }

    private void erase(long customerKey) {
        rows.arrange(row -> rows.customerKey(row) != customerKey);
        open.rearrange(BEFORE_ALL);
        histories.erase(customerKey);
    }

    private boolean isSampled(long customerKey) {
        return Hashes.fraction(Hashes.mix64(customerKey)) < shareOfCustomers;
    }
}
