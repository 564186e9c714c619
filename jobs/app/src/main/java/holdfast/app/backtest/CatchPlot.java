package holdfast.app.backtest;

import holdfast.app.backtest.plot.Axis;
import holdfast.app.backtest.plot.Chart;
import holdfast.app.backtest.plot.Points;
import holdfast.app.backtest.plot.Stroke;
import holdfast.core.evaluation.CaughtCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much a team of a given capacity reaches when it works down one ranking or another: money
 * about to leave, or customers about to leave where the log has no money. Means over the cutoffs.
 */
final class CatchPlot {

    static final double TEAM = 0.10;

    private static final double SHOWN = 0.5;
    private static final int STEPS = 100;

    private final List<ScoredCohort> cohorts;
    private final boolean money;

    CatchPlot(List<ScoredCohort> judged) {
        money = judged.stream().anyMatch(CatchPlot::losesMoney);
        cohorts = judged.stream().filter(cohort -> !money || losesMoney(cohort)).toList();
    }

    /** Whether there is money about to leave. */
    boolean isMoney() {
        return money;
    }

    /** The picture. */
    String svg(String title) {
        Axis across = Axis.percent("share of customers the team contacts", SHOWN);
        String caught = money ? "share of the lost money reached" : "share of leavers reached";
        Chart chart = new Chart(720, 380, across, Axis.percent(caught, 1), 2);
        chart.instant(TEAM, Stroke.GUIDE);
        if (money) {
            draw(chart, "by expected loss", Stroke.MAIN, ScoredCohort::expectedLosses);
            draw(chart, "by value alone", Stroke.DOTTED, ScoredCohort::expectedValues);
            draw(chart, "by risk alone", Stroke.DASHED, ScoredCohort::scores);
        } else {
            draw(chart, "by risk", Stroke.MAIN, ScoredCohort::scores);
        }
        draw(chart, "best possible", Stroke.LIMIT, this::weights);
        draw(chart, "at random", Stroke.FAINT, null);
        return chart.svg(title);
    }

    /** What the first customers of the ranking hold, as a mean over the cutoffs. */
    double caught(Function<ScoredCohort, double[]> ranking, double share) {
        return cohorts.stream()
                .mapToDouble(
                        cohort ->
                                CaughtCurve.of(ranking.apply(cohort), weights(cohort)).share(share))
                .average()
                .orElse(Double.NaN);
    }

    private void draw(
            Chart chart,
            String name,
            Stroke stroke,
            @Nullable Function<ScoredCohort, double[]> ranking) {
        Points points = new Points();
        List<CaughtCurve> curves = new ArrayList<>();
        if (ranking != null) {
            cohorts.forEach(
                    cohort -> curves.add(CaughtCurve.of(ranking.apply(cohort), weights(cohort))));
        }
        for (int step = 0; step <= STEPS; step++) {
            double share = SHOWN * step / STEPS;
            points.add(
                    share,
                    curves.stream()
                            .mapToDouble(curve -> curve.share(share))
                            .average()
                            .orElse(share));
        }
        chart.curve(points, stroke);
        int team = (int) Math.round(STEPS * TEAM / SHOWN);
        chart.dot(points.x(team), points.y(team), stroke.colour());
        chart.legend(stroke, name + ": " + Words.percent(points.y(team)));
    }

    private double[] weights(ScoredCohort cohort) {
        if (money) {
            return cohort.customers().lostValues();
        }
        double[] left = new double[cohort.cohort().size()];
        for (int row = 0; row < left.length; row++) {
            left[row] = cohort.cohort().churned(row) ? 1 : 0;
        }
        return left;
    }

    private static boolean losesMoney(ScoredCohort cohort) {
        for (int row = 0; row < cohort.cohort().size(); row++) {
            if (cohort.cohort().churned(row) && cohort.cohort().value(row) > 0) {
                return true;
            }
        }
        return false;
    }
}
