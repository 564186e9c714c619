package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.evaluation.Figures;
import holdfast.core.playbook.Playbook;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * How good a score of the primary outcome was at a past instant, by what came after it.
 *
 * @param cutoffMillis the instant
 */
public record Judgement(long cutoffMillis, Figures figures) {

    /** The last instant of a log whose horizon it covers; empty when there is none. */
    public static OptionalLong lastCutoffMillis(EventLog log, Playbook playbook) {
        Past past = Past.of(log, playbook);
        long cutoffMillis = past.endMillis() - past.outcome().horizonMillis();
        return log.countUpTo(cutoffMillis) == 0
                ? OptionalLong.empty()
                : OptionalLong.of(cutoffMillis);
    }

    /**
     * Judges.
     *
     * @param score of each customer of this id who was active, as of the instant
     * @return empty when nobody was there to be scored, or the log ends too early
     */
    public static Optional<Judgement> of(
            EventLog log, Playbook playbook, long cutoffMillis, ToDoubleFunction<String> score) {
        Past past = Past.of(log, playbook);
        Cutoff cutoff = new Cutoff(Instant.ofEpochMilli(cutoffMillis).toString(), cutoffMillis);
        Cohort cohort = Cohort.at(cutoff, log, past.roles(), past.outcome(), past.fractionDigits());
        if (!cohort.judged() || cohort.size() == 0) {
            return Optional.empty();
        }
        double[] scores = new double[cohort.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score.applyAsDouble(log.customerIds().get(cohort.customer(row)));
        }
        return Optional.of(new Judgement(cutoffMillis, Figures.of(cohort.with(scores))));
    }
}
