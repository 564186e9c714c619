package holdfast.app.backtest;

import holdfast.app.backtest.plot.Axis;
import holdfast.app.backtest.plot.Chart;
import holdfast.app.backtest.plot.Points;
import holdfast.app.backtest.plot.Stroke;
import holdfast.core.evaluation.Calibration;
import holdfast.core.learning.Lesson;
import holdfast.core.quality.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How lessons went, in pictures. */
final class LearningPlots {

    private static final Stroke[] STROKES = {
        Stroke.LIMIT, Stroke.MAIN, Stroke.DASHED, Stroke.DOTTED
    };
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5};
    private static final int MARKS_MAX = 6;

    private LearningPlots() {}

    /** The experts' shares over time; at least two lessons. */
    static String shares(List<Lesson> lessons, String title) {
        Chart chart = new Chart(720, 260, time(lessons), Axis.percent("share in the score", 1), 2);
        for (Opinion opinion : Opinion.values()) {
            if (opinion != Opinion.SERVED) {
                Stroke stroke = STROKES[opinion.position()];
                chart.legend(stroke, opinion.words());
                Points points = new Points();
                for (Lesson lesson : lessons) {
                    points.add((double) lesson.atMillis(), lesson.shares().get(opinion.position()));
                }
                chart.curve(points, stroke);
            }
        }
        return chart.svg(title);
    }

    /** The index of the feature that moved furthest, over time; at least two lessons. */
    static String drift(List<Lesson> lessons, String title) {
        Points furthest = new Points();
        Points byChance = new Points();
        double largest = 0.25;
        for (Lesson lesson : lessons) {
            double index = lesson.quality().drift().max();
            furthest.add((double) lesson.atMillis(), index);
            byChance.add((double) lesson.atMillis(), lesson.quality().drift().indexByChance());
            largest = Math.max(largest, index);
        }
        Chart chart = new Chart(720, 240, time(lessons), index(largest), 1);
        chart.legend(Stroke.MAIN, "what moved furthest");
        chart.legend(Stroke.LIMIT, "by chance alone");
        chart.legend(Stroke.DASHED, "far");
        chart.level(0.25, Stroke.DASHED);
        chart.curve(capped(byChance, largest), Stroke.LIMIT);
        chart.curve(furthest, Stroke.MAIN);
        return chart.svg(title);
    }

    /** What was said against what came at one cut-off, by the score and by the prior. */
    static String calibration(Lessons.AtCutoff at, String title) {
        Axis said = Axis.percent("said", 1);
        Chart chart = new Chart(460, 300, said, Axis.percent("left", 1), 1);
        chart.legend(Stroke.MAIN, "the score");
        chart.legend(Stroke.DOTTED, "the prior alone");
        Points diagonal = new Points();
        diagonal.add(0, 0);
        diagonal.add(1, 1);
        chart.curve(diagonal, Stroke.LIMIT);
        chart.curve(met(at.byPrior()), Stroke.DOTTED);
        Points score = met(at.cohort());
        chart.curve(score, Stroke.MAIN);
        for (int i = 0; i < score.size(); i++) {
            chart.dot(score.x(i), score.y(i), "#ffffff");
        }
        return chart.svg(title);
    }

    private static Points met(ScoredCohort cohort) {
        Points met = new Points();
        for (Calibration.Bin bin : Calibration.bins(cohort.customers())) {
            met.add(bin.meanPredicted(), bin.meanObserved());
        }
        return met;
    }

    /** What lies above the plot would be drawn outside of it. */
    private static Points capped(Points points, double most) {
        Points capped = new Points();
        for (int i = 0; i < points.size(); i++) {
            double y = points.y(i);
            capped.add(points.x(i), y > most ? Double.NaN : y);
        }
        return capped;
    }

    private static Axis time(List<Lesson> lessons) {
        return Axis.time(lessons.get(0).atMillis(), lessons.get(lessons.size() - 1).atMillis() + 1);
    }

    private static Axis index(double largest) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = largest / STEPS[i] <= MARKS_MAX ? STEPS[i] : step;
        }
        List<Axis.Mark> marks = new ArrayList<>();
        int last = (int) Math.ceil(largest / step);
        for (int i = 0; i <= last; i++) {
            marks.add(new Axis.Mark(i * step, String.format(Locale.ROOT, "%.1f", i * step)));
        }
        return new Axis("stability index", 0, last * step, marks);
    }
}
