package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;
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
 * customers came among each other since the last lesson does not. Bounded: beyond 400,000 snapshots
 * or 200,000 customers it goes on with half of the customers, chosen by hash. Deterministic. Not
 * thread-safe.
 */
public final class Learner {

    private static final int FORMAT = 1;

    private final Outcome outcome;
    private final Question question;
    private final Experience experience;
    private final TrackRecord record;
    private final SpecialTimes special;
    private final Examination examination;
    private Panel panel = Panel.ofThePrior();
    private Expert served = Panel.prior();
    private Optional<LinearWeights> linear = Optional.empty();

    /** A learner that has seen nothing. */
    public Learner(Outcome outcome, Playbook playbook) {
        this(outcome, playbook, Experience.Limits.USUAL);
    }

    /** A learner that has seen nothing, and remembers so much at most. */
    Learner(Outcome outcome, Playbook playbook, Experience.Limits limits) {
        this.outcome = outcome;
        this.question = Question.of(outcome);
        Days days = FoldRules.of(playbook).days();
        TrainingRows rows = new TrainingRows(FeatureLayout.of(playbook));
        Histories histories = new Histories(new ActiveSpan(days));
        this.experience = new Experience(question, rows, histories, limits);
        this.record = new TrackRecord(rows, question);
        this.special = SpecialTimes.of(playbook.calendar(), days);
        this.examination = new Examination(rows, question, days);
    }

    /** Takes in what is about this outcome, and ignores the rest. */
    public void take(TrainingRecord told) {
        if (told.outcomeId() == outcome.id() || told.outcomeId() == TrainingRecord.ALL_OUTCOMES) {
            experience.take(told);
        }
    }

    /**
     * Learns from all that is known at the instant.
     *
     * @param nowMillis everything up to it has been told, nothing after it
     */
    public Lesson learn(long nowMillis) {
        experience.arrange(nowMillis);
        TrainingRows rows = experience.rows();
        special.leaveOut(rows, question, nowMillis);
        record.note(panel, served, nowMillis);
        Now now = new Now(rows, question, nowMillis);
        Outreach.weigh(now);
        BgNbdFit.Fit prior = experience.histories().fit(outcome.horizonMillis());
        panel = Panel.fit(rows, question, nowMillis, record);
        Optional<LinearWeights> next =
                panel.hasLearned() && Proof.holds(now)
                        ? Teaching.teach(panel, now).or(() -> linear)
                        : Optional.empty();
        serve(next);
        return new Lesson(nowMillis, prior, next, panel.shares(), examination.at(nowMillis));
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
        return new Extent(
                experience.rows().size(), experience.histories().size(), experience.share());
    }

    /** Whether a whole horizon of anybody has passed, the rows being in order. */
    boolean hasMatured(long nowMillis) {
        TrainingRows rows = experience.rows();
        return rows.size() > 0 && question.isMature(rows, 0, nowMillis);
    }

    /** What the customers in scope are worth by their newest snapshot, in minor units. */
    LogBuckets values(long nowMillis) {
        TrainingRows rows = experience.rows();
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
        out.writeDouble(experience.share());
        out.writeSignedVarint(experience.arrangedAtMillis());
        experience.write(out);
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
        FeatureLayout layout = learner.experience.read(in, in.readDouble(), in.readSignedVarint());
        Panel panel = Panel.read(in, learner.question, layout.width());
        Optional<LinearWeights> linear =
                in.readByte(0, 1) == 1 ? Optional.of(Teaching.read(in, layout)) : Optional.empty();
        if (Arrays.equals(layout.categoryIds(), learner.experience.rows().layout().categoryIds())) {
            learner.panel = panel;
            learner.serve(linear);
        }
        return learner;
    }

    private void serve(Optional<LinearWeights> weights) {
        linear = weights;
        served = weights.<Expert>map(LinearExpert::new).orElseGet(Panel::prior);
    }
}
