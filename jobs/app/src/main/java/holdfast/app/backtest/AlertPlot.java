package holdfast.app.backtest;

import holdfast.app.backtest.plot.Axis;
import holdfast.app.backtest.plot.Chart;
import holdfast.app.backtest.plot.Stroke;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Alerts opened in each week after the first cutoff, against what the team can take up. */
final class AlertPlot {

    private AlertPlot() {}

    static String svg(
            Aftermath aftermath, OptionalInt capacityPerWeek, long fromMillis, String title) {
        List<Integer> weeks = aftermath.byWeek();
        int most = Collections.max(weeks);
        long toMillis = fromMillis + weeks.size() * Aftermath.WEEK_MILLIS;
        Chart chart =
                new Chart(
                        720,
                        260,
                        Axis.time(fromMillis, toMillis),
                        Axis.count(
                                "alerts opened a week", Math.max(most, capacityPerWeek.orElse(0))),
                        capacityPerWeek.isPresent() ? 1 : 0);
        double gap = 0.12 * Aftermath.WEEK_MILLIS;
        for (int week = 0; week < weeks.size(); week++) {
            double start = fromMillis + (double) week * Aftermath.WEEK_MILLIS;
            chart.bar(start + gap, start + Aftermath.WEEK_MILLIS - gap, weeks.get(week), "#6f7f8f");
        }
        if (capacityPerWeek.isPresent()) {
            chart.level(capacityPerWeek.getAsInt(), Stroke.DASHED);
            chart.legend(Stroke.DASHED, "the team's capacity");
        }
        return chart.svg(title);
    }
}
