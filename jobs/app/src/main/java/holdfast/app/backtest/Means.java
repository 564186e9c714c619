package holdfast.app.backtest;

import holdfast.core.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The mean of each figure over the cutoffs that can be judged; a figure that is NaN at one counts
 * out.
 */
final class Means {

    private Means() {}

    /** Empty when nothing can be judged. */
    static Optional<Figures> of(List<ScoredCohort> cohorts) {
        List<Figures> all = new ArrayList<>();
        for (ScoredCohort cohort : cohorts) {
            cohort.figures().ifPresent(all::add);
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figures(
                        (int) Math.round(mean(all, Figures::customers)),
                        mean(all, Figures::churnRate),
                        mean(all, Figures::rocAuc),
                        mean(all, Figures::prAuc),
                        mean(all, Figures::logLoss),
                        mean(all, Figures::brier),
                        mean(all, Figures::ece),
                        mean(all, Figures::lift10),
                        mean(all, Figures::value10),
                        mean(all, Figures::value10RiskValue),
                        mean(all, Figures::value10ExpectedLoss),
                        mean(all, Figures::value10Max),
                        mean(all, Figures::value10ValueOnly)));
    }

    private static double mean(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
