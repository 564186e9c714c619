package holdfast.app.backtest;

import holdfast.core.evaluation.Figures;
import holdfast.core.learning.Lesson;
import holdfast.core.quality.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The lessons of a run, and what they were worth at its cut-offs. */
final class Lessons {

    private final Backtest.Result result;

    Lessons(Backtest.Result result) {
        this.result = result;
    }

    /**
     * What was learned for one cut-off.
     *
     * @param cohort scored by what was learned
     * @param byPrior the same customers, scored by the prior alone
     */
    record AtCutoff(ScoredCohort cohort, ScoredCohort byPrior, Lesson lesson) {

        /** Whether there was enough to learn from. */
        boolean isLearned() {
            return lesson.linear().isPresent();
        }
    }

    /** All, in the order of time. */
    List<Lesson> all() {
        return result.lessons();
    }

    /** One for each cut-off, in the order of time. */
    List<AtCutoff> atCutoffs() {
        List<AtCutoff> found = new ArrayList<>();
        for (int i = 0; i < result.cohorts().size(); i++) {
            ScoredCohort cohort = result.cohorts().get(i);
            long atMillis = cohort.cohort().cutoff().millis();
            Optional<Lesson> lesson =
                    all().stream()
                            .filter(each -> each.atMillis() == atMillis)
                            .reduce((before, last) -> last);
            int at = i;
            lesson.ifPresent(
                    each -> found.add(new AtCutoff(cohort, result.byPrior().get(at), each)));
        }
        return found;
    }

    /** The last cut-off's. */
    AtCutoff last() {
        List<AtCutoff> all = atCutoffs();
        return all.get(all.size() - 1);
    }

    /** Whether anything but the prior was asked for. */
    boolean isAsked() {
        return all().stream().anyMatch(lesson -> lesson.quality().counts().rows() > 0);
    }

    /** Cut-offs at which something was learned and what became of the customers is known. */
    List<AtCutoff> judged() {
        return atCutoffs().stream()
                .filter(each -> each.isLearned() && each.cohort().judged())
                .toList();
    }

    /** The mean of a figure over those, by what was learned. */
    double mean(ToDoubleFunction<Figures> figure) {
        return mean(judged().stream().map(AtCutoff::cohort).toList(), figure);
    }

    /** The mean of a figure over those, by the prior alone. */
    double meanByPrior(ToDoubleFunction<Figures> figure) {
        return mean(judged().stream().map(AtCutoff::byPrior).toList(), figure);
    }

    /** The newest quality in which there is something to tell of groups. */
    Optional<Quality> newestSplit() {
        return all().stream()
                .map(Lesson::quality)
                .filter(quality -> !quality.splits().isEmpty())
                .reduce((before, last) -> last);
    }

    private static double mean(List<ScoredCohort> cohorts, ToDoubleFunction<Figures> figure) {
        return Means.of(cohorts).map(figure::applyAsDouble).orElse(Double.NaN);
    }
}
