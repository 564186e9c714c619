package holdfast.core.score;

import holdfast.core.engagement.Engagement;
import holdfast.core.engagement.FoldRules;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.time.Days;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published version of the scorers: one for each outcome.
 *
 * <p>An outcome that the model does not know is scored by the prior's shipped defaults. Holds
 * scorers, so one instance serves one thread; between threads and tasks it travels as its {@link
 * #source()}.
 */
public final class Model {

    /** The version of the model that is there before any was fitted. */
    public static final String DEFAULT_VERSION = "default";

    private final String version;
    private final long effectiveFromMillis;
    private final Days days;
    private final @Nullable Scorer[] scorers = new Scorer[Engagement.RHYTHMS_MAX + 1]; // by id
    private final String source;

    /**
     * A model of the given scorers, by outcome id, that has no text; the days are those of the
     * reporting zone.
     */
    public Model(
            String version, long effectiveFromMillis, Days days, Map<Integer, Scorer> scorers) {
        this(version, effectiveFromMillis, days, scorers, "");
    }

    private Model(
            String version,
            long effectiveFromMillis,
            Days days,
            Map<Integer, Scorer> scorers,
            String source) {
        this.version = version;
        this.effectiveFromMillis = effectiveFromMillis;
        this.days = days;
        scorers.forEach((id, scorer) -> this.scorers[id] = scorer);
        this.source = source;
    }

    /** The shipped defaults, effective always. */
    public static Model defaults(Days days) {
        return new Model(DEFAULT_VERSION, 0, days, Map.of());
    }

    /** The scorers that a published text stands for, under the playbook it was checked against. */
    static Model of(ModelText text, Playbook playbook, String source) {
        FoldRules rules = FoldRules.of(playbook);
        Map<Integer, Scorer> scorers = new HashMap<>();
        text.outcomes()
                .forEach(
                        (id, outcome) ->
                                scorers.put(id, outcome.scorer(playbook.outcome(id), playbook)));
        return new Model(text.version(), text.effectiveFromMillis(), rules.days(), scorers, source);
    }

    /** The model's name among its successors. */
    public String version() {
        return version;
    }

    /** Decisions from this instant on use the model. */
    public long effectiveFromMillis() {
        return effectiveFromMillis;
    }

    /** The text it was read from; empty if it was not. */
    public String source() {
        return source;
    }

    /** The scorer of an outcome. */
    public Scorer scorerFor(Outcome outcome) {
        Scorer known = scorers[outcome.id()];
        if (known != null) {
            return known;
        }
        Scorer shipped = PriorScorer.defaultFor(outcome, days);
        scorers[outcome.id()] = shipped;
        return shipped;
    }
}
