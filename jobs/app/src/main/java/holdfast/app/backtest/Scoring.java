package holdfast.app.backtest;

import holdfast.core.learning.Lesson;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.quality.Quality;
import holdfast.core.score.OutcomeModel;
import java.util.List;
import java.util.Optional;

/**
 * How a backtest comes by its models.
 *
 * @param learns whether by learning as time passes; if not, the prior is fitted at each cut-off
 * @param given the one model that scores from the log's first event on, whatever it was fitted to
 */
record Scoring(boolean learns, Optional<OutcomeModel> given) {

    static Scoring of(ScorerKind kind) {
        return new Scoring(kind == ScorerKind.LEARNED, Optional.empty());
    }

    static Scoring given(OutcomeModel model) {
        return new Scoring(false, Optional.of(model));
    }

    /** The given model as if it had been learned at an instant. */
    Lesson lesson(long atMillis) {
        OutcomeModel model = given.orElseThrow();
        BgNbdFit.Fit prior =
                new BgNbdFit.Fit(
                        model.prior(),
                        model.fitted().logLikelihood(),
                        model.fitted().customers(),
                        true,
                        model.fitted().source());
        return new Lesson(atMillis, prior, model.linear(), List.of(1.0), Quality.none());
    }
}
