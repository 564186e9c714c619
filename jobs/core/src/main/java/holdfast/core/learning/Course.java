package holdfast.core.learning;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;
import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.population.Population;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import holdfast.core.training.TrainingRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The learners of all outcomes of a playbook, and when each has its lessons: in event time, at
 * multiples of a quarter of its horizon. Deterministic. Not thread-safe.
 *
 * <p>A model learned at an instant decides from a sixty-fourth of the primary horizon after it: by
 * then every task has it, so that which model decides does not depend on how fast anything was.
 */
public final class Course {

    private static final int FORMAT = 1;
    private static final int LESSONS_PER_HORIZON = 4;
    private static final int NOTICES_PER_HORIZON = 64;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long NEVER = Long.MAX_VALUE;

    private static final PlaybookReader PLAYBOOKS = new PlaybookReader(StateBound::worstCaseBytes);

    private final SortedMap<Integer, Learner> learners = new TreeMap<>();
    private final SortedMap<Integer, Long> dueMillis = new TreeMap<>();
    private final SortedMap<Integer, OutcomeModel> taught = new TreeMap<>();
    private Playbook playbook;

    private Course(Playbook playbook) {
        this.playbook = playbook;
    }

    /** A course before its first record. */
    public static Course begin(Playbook playbook) {
        Course course = new Course(playbook);
        for (Outcome outcome : playbook.outcomes()) {
            course.learners.put(outcome.id(), new Learner(outcome, playbook));
        }
        return course;
    }

    /**
     * What was learned at an instant.
     *
     * @param lessons by outcome id; never empty
     * @param model of all outcomes, as it is to be published; empty while nobody's outcome is known
     *     or there are too few customers to fit a prior to: whatever serves then knows more
     * @param population the values of the customers in scope of the primary outcome; empty unless
     *     it had a lesson and there are any
     */
    public record Learned(
            long atMillis,
            SortedMap<Integer, Lesson> lessons,
            Optional<ModelText> model,
            Optional<Population> population) {}

    /** What the course goes by. */
    public Playbook playbook() {
        return playbook;
    }

    /** Goes on by another playbook, which may replace the present one. */
    public void follow(Playbook next) {
        if (next.equals(playbook)) {
            return;
        }
        playbook = next;
        for (Outcome outcome : next.outcomes()) {
            Learner before = learners.get(outcome.id());
            learners.put(
                    outcome.id(),
                    before == null ? new Learner(outcome, next) : rewritten(before, outcome, next));
        }
        learners.keySet().removeIf(id -> !hasOutcome(id));
        dueMillis.keySet().removeIf(id -> !hasOutcome(id));
        taught.keySet().removeIf(id -> !hasOutcome(id));
        taught.replaceAll((id, model) -> understood(model, next));
    }

    /**
     * Weights for a category that the playbook has no more are refused by whoever reads them, this
     * course too: until the outcome's next lesson its prior goes on alone.
     */
    private static OutcomeModel understood(OutcomeModel model, Playbook playbook) {
        FeatureLayout layout = FeatureLayout.of(playbook);
        boolean isKnown =
                model.linear().stream()
                        .flatMap(linear -> linear.categories().keySet().stream())
                        .allMatch(category -> layout.placeOf(category) >= 0);
        return isKnown ? model : new OutcomeModel(model.prior(), Optional.empty(), model.fitted());
    }

    /** Takes something in, when all lessons before it have been given. */
    public void take(TrainingRecord record) {
        take(record, record.atMillis());
    }

    /**
     * The same of a record that may have come late.
     *
     * @param reachedMillis the latest instant of which anything was told, this record included: an
     *     outcome that is new has its lessons after it
     */
    public void take(TrainingRecord record, long reachedMillis) {
        for (Outcome outcome : playbook.outcomes()) {
            long step = stepMillis(outcome);
            dueMillis.putIfAbsent(outcome.id(), (Math.floorDiv(reachedMillis, step) + 1) * step);
        }
        learners.values().forEach(learner -> learner.take(record));
    }

    /** When the next lesson is due; {@link Long#MAX_VALUE} before the first record. */
    public long dueMillis() {
        return dueMillis.values().stream().mapToLong(Long::longValue).min().orElse(NEVER);
    }

    /**
     * Gives the lessons of the instant at which the next is due, everything up to it being told.
     */
    public Learned learn() {
        long nowMillis = dueMillis();
        SortedMap<Integer, Lesson> lessons = new TreeMap<>();
        for (Outcome outcome : playbook.outcomes()) {
            if (dueMillis.getOrDefault(outcome.id(), NEVER) == nowMillis) {
                Lesson lesson = learner(outcome).learn(nowMillis);
                lessons.put(outcome.id(), lesson);
                dueMillis.put(outcome.id(), nowMillis + stepMillis(outcome));
                boolean isFitted = lesson.prior().source() == BgNbdFit.Source.FITTED;
                if (isFitted && learner(outcome).hasMatured(nowMillis)) {
                    taught.put(outcome.id(), lesson.model());
                }
            }
        }
        boolean hasNews = !Collections.disjoint(lessons.keySet(), taught.keySet());
        return new Learned(
                nowMillis,
                lessons,
                hasNews ? Optional.of(model(nowMillis)) : Optional.empty(),
                lessons.containsKey(playbook.primaryOutcome().id())
                        ? population(nowMillis)
                        : Optional.empty());
    }

    /** How much there is to learn an outcome from. */
    public Learner.Extent extent(Outcome outcome) {
        return learner(outcome).extent();
    }

    private ModelText model(long nowMillis) {
        return ModelText.of(
                "learned-" + Instant.ofEpochMilli(nowMillis), effectiveMillis(nowMillis), taught);
    }

    private Optional<Population> population(long nowMillis) {
        Learner learner = learner(playbook.primaryOutcome());
        Population population =
                new Population(
                        Math.toIntExact(nowMillis / MINUTE_MILLIS),
                        effectiveMillis(nowMillis),
                        playbook.currency(),
                        learner.values(nowMillis));
        return population.isKnown() ? Optional.of(population) : Optional.empty();
    }

    private long effectiveMillis(long nowMillis) {
        return nowMillis + playbook.primaryOutcome().horizonMillis() / NOTICES_PER_HORIZON;
    }

    /** The time between two lessons about an outcome. */
    public static long stepMillis(Outcome outcome) {
        return outcome.horizonMillis() / LESSONS_PER_HORIZON;
    }

    private boolean hasOutcome(int id) {
        return playbook.outcomes().stream().anyMatch(outcome -> outcome.id() == id);
    }

    private Learner learner(Outcome outcome) {
        return Objects.requireNonNull(learners.get(outcome.id()), outcome.name());
    }

    private static Learner rewritten(Learner learner, Outcome outcome, Playbook playbook) {
        ByteWriter out = new ByteWriter();
        learner.write(out);
        ByteReader in = new ByteReader();
        in.reset(out.array(), 0, out.length());
        return Learner.read(in, outcome, playbook);
    }

    /**
     * Writes all of it. Format 1:
     *
     * <pre>
     * format      1 byte
     * catalogue   text    the fingerprint of the features
     * playbook    text    its source
     * model       text    the newest published, as it was; empty for none
     * learners    varint count; of each: varint outcome id, signed varint next lesson
     *             (milliseconds; 0 for none yet), the learner
     * </pre>
     */
    public void write(ByteWriter out) {
        out.writeByte(FORMAT);
        out.writeText(FeatureCatalogue.fingerprint());
        out.writeText(playbook.source());
        out.writeText(
                taught.isEmpty()
                        ? ""
                        : ModelWriter.write(ModelText.of("taught", 0, taught), playbook));
        out.writeVarint(learners.size());
        learners.forEach(
                (id, learner) -> {
                    out.writeVarint(id);
                    out.writeSignedVarint(dueMillis.getOrDefault(id, 0L));
                    learner.write(out);
                });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws CorruptBytesException if that cannot be
     */
    public static Course read(ByteReader in) {
        if (in.readByte() != FORMAT) {
            throw new CorruptBytesException("a course in a format that this build does not know");
        }
        if (!in.readText().equals(FeatureCatalogue.fingerprint())) {
            throw new CorruptBytesException(
                    "a course over other features: begin a new one, from the oldest record");
        }
        Playbook playbook = accepted(PLAYBOOKS.read("playbook of the course", in.readText()));
        Course course = begin(playbook);
        String model = in.readText();
        if (!model.isEmpty()) {
            course.taught.putAll(
                    accepted(ModelReader.readText("what was taught", model, playbook)).outcomes());
        }
        course.readLearners(in);
        return course;
    }

    private void readLearners(ByteReader in) {
        int count = in.readCount(Byte.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            int id = in.readCount(Byte.MAX_VALUE);
            if (!hasOutcome(id)) {
                throw new CorruptBytesException(
                        "a course about an outcome that there is not: " + id);
            }
            long nextMillis = in.readSignedVarint();
            if (nextMillis != 0) {
                dueMillis.put(id, nextMillis);
            }
            learners.put(id, Learner.read(in, playbook.outcome(id), playbook));
        }
    }

    private static <T> T accepted(Checked<T> read) {
        if (!read.isAccepted()) {
            throw new CorruptBytesException(String.join("; ", read.lines()));
        }
        return read.value();
    }
}
