package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.bytes.Hashes;
import holdfast.core.engagement.FoldRules;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.LogBuckets;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ActiveSpan;
import holdfast.core.score.LinearWeights;
import holdfast.core.time.Days;
import holdfast.core.training.TrainingRecord;
import java.util.Arrays;
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

    private static final int FORMAT = 1;
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
    private Optional<LinearWeights> linear = Optional.empty();
    private long learnedAtMillis = BEFORE_ALL;

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
        Optional<LinearWeights> next =
                panel.hasLearned() && Proof.holds(new Now(rows, question, nowMillis))
                        ? Optional.of(Teaching.teach(panel, rows, question, nowMillis))
                        : Optional.empty();
        serve(next);
        learnedAtMillis = nowMillis;
        return new Lesson(nowMillis, prior, next, panel.shares(), examination.at(nowMillis));
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

    /**
     * How much there is to learn from.
     *
     * @param snapshots with an outcome or still open
     * @param customers whose history the prior is fitted to
     * @param share of all customers that these are, from 1 down
     */
    public record Extent(int snapshots, int customers, double share) {}

    /** How much there is to learn from at present. */
    public Extent extent() {
        return new Extent(rows.size(), histories.size(), shareOfCustomers);
    }

    /** Whether a whole horizon of anybody has passed, the rows being in order. */
    boolean hasMatured(long nowMillis) {
        return rows.size() > 0 && question.isMature(rows, 0, nowMillis);
    }

    /** What the customers in scope are worth by their newest snapshot, in minor units. */
    LogBuckets values(long nowMillis) {
        LogBuckets.Builder values = LogBuckets.builder();
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (rows.timeMillis(row) > nowMillis - question.sliceMillis()) {
                values.add(rows.valueMinor(row));
            }
        }
        return values.build();
    }

    /**
     * Writes all that it knows. Format 1:
     *
     * <pre>
     * format      1 byte
     * share       double  of customers gone on with
     * learned at  signed varint  milliseconds of the last lesson
     * rows        {@link TrainingRowBytes}
     * histories   {@link Histories#write}
     * panel       {@link Panel#write}
     * served      1 byte, 0 for the prior; else 1, the bias, and weight, least and greatest value
     *             of each feature, all doubles
     * </pre>
     */
    public void write(ByteWriter out) {
        out.writeByte(FORMAT);
        out.writeDouble(shareOfCustomers);
        out.writeSignedVarint(learnedAtMillis);
        TrainingRowBytes.write(rows, out);
        histories.write(out);
        panel.write(out);
        out.writeByte(linear.isPresent() ? 1 : 0);
        linear.ifPresent(weights -> Teaching.write(weights, out));
    }

    /**
     * Reads what {@link #write} wrote. Under a playbook of other categories the rows go over, but
     * nobody has an opinion but the prior until the next lesson.
     *
     * @throws CorruptBytesException if it is of a format that this build does not know
     */
    public static Learner read(ByteReader in, Outcome outcome, Playbook playbook) {
        if (in.readByte() != FORMAT) {
            throw new CorruptBytesException("a learner in a format that this build does not know");
        }
        Learner learner = new Learner(outcome, playbook);
        learner.shareOfCustomers = in.readDouble();
        learner.learnedAtMillis = in.readSignedVarint();
        FeatureLayout layout = TrainingRowBytes.read(in, learner.rows);
        learner.histories.read(in);
        Panel panel = Panel.read(in, learner.question, layout.width());
        Optional<LinearWeights> linear =
                in.readByte(0, 1) == 1 ? Optional.of(Teaching.read(in, layout)) : Optional.empty();
        if (Arrays.equals(layout.categoryIds(), learner.rows.layout().categoryIds())) {
            learner.panel = panel;
            learner.serve(linear);
        }
        learner.open.rearrange(learner.learnedAtMillis);
        return learner;
    }

    private void serve(Optional<LinearWeights> weights) {
        linear = weights;
        served = weights.<Expert>map(LinearExpert::new).orElseGet(Panel::prior);
    }
}
