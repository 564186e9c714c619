package holdfast.core.score;

import holdfast.core.playbook.Outcome;
import holdfast.core.time.Days;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published version of the scorers: one for each outcome.
 *
 * <p>An outcome that the model does not know is scored by the prior's shipped defaults. Holds
 * scorers, so one instance serves one thread.
 */
public final class Model {

    /** The version of the model that is there before any was fitted. */
    public static final String DEFAULT_VERSION = "default";

    private final String version;
    private final long effectiveFromMillis;
    private final Days days;
    private final Map<Integer, Scorer> scorers;

    /** A model of the given scorers, by outcome id; the days are those of the reporting zone. */
    public Model(
            String version, long effectiveFromMillis, Days days, Map<Integer, Scorer> scorers) {
        this.version = version;
        this.effectiveFromMillis = effectiveFromMillis;
        this.days = days;
        this.scorers = new TreeMap<>(scorers);
    }

    /** The shipped defaults, effective always. */
    public static Model defaults(Days days) {
        return new Model(DEFAULT_VERSION, 0, days, Map.of());
    }

    /** The model's name among its successors. */
    public String version() {
        return version;
    }

    /** Decisions from this instant on use the model. */
    public long effectiveFromMillis() {
        return effectiveFromMillis;
    }

    /** The scorer of an outcome. */
    public Scorer scorerFor(Outcome outcome) {
        return scorers.computeIfAbsent(outcome.id(), id -> PriorScorer.defaultFor(outcome, days));
    }
}
