package holdfast.app.backtest;

import holdfast.app.csv.EventLog;
import holdfast.core.evaluation.Figures;
import holdfast.core.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * How good the learned score was one horizon before the end of a log, by what came after.
 *
 * @param cutoffMillis the instant at which it scored, nothing after it being known
 */
public record Judgement(long cutoffMillis, Figures figures) {

    /**
     * Judges the score of the primary outcome.
     *
     * @param progress told from time to time how many events have been taken in
     * @return empty when the log is shorter than the horizon, or nobody was there to be scored
     */
    public static Optional<Judgement> of(EventLog log, Playbook playbook, LongConsumer progress) {
        Past past = Past.of(log, playbook);
        long cutoffMillis = past.endMillis() - past.outcome().horizonMillis();
        if (log.countUpTo(cutoffMillis) == 0) {
            return Optional.empty();
        }
        Cutoff cutoff = new Cutoff(Instant.ofEpochMilli(cutoffMillis).toString(), cutoffMillis);
        return Backtest.run(past, ScorerKind.LEARNED, List.of(cutoff), progress)
                .cohorts()
                .get(0)
                .figures()
                .map(figures -> new Judgement(cutoffMillis, figures));
    }
}
