package holdfast.app.backtest;

import holdfast.core.evaluation.Figures;
import holdfast.core.learning.Lesson;
import holdfast.core.quality.Counts;
import holdfast.core.quality.Drift;
import holdfast.core.quality.FeatureDrift;
import holdfast.core.quality.Opinion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What learning brought, in plain sentences, also where it brought nothing. */
final class LearningFindings {

    private static final double NOTICEABLE = 0.005;

    private final Lessons lessons;

    LearningFindings(Lessons lessons) {
        this.lessons = lessons;
    }

    /** Whether it helped. */
    String title() {
        if (!lessons.last().isLearned()) {
            return "There was too little to learn from, so the prior served alone";
        }
        double learned = lessons.mean(Figures::logLoss);
        double prior = lessons.meanByPrior(Figures::logLoss);
        if (Double.isNaN(learned)) {
            return "What was learned cannot be judged yet: the log ends before the horizon does";
        }
        double less = 1 - learned / prior;
        if (Math.abs(less) < NOTICEABLE) {
            return "Learning made no difference here: the score is as good as the prior alone";
        }
        return less > 0
                ? "Learning from what became of customers made the score %s less wrong"
                        .formatted(Words.percent(less))
                : "Here learning did harm: the score was %s more wrong than the prior alone"
                        .formatted(Words.percent(-less));
    }

    /** How much there was to learn from. */
    String howMuch() {
        Lessons.AtCutoff last = lessons.last();
        Counts counts = last.lesson().quality().counts();
        String matured =
                "By the last cut-off there were %s snapshots whose horizon had passed, of %s customers in all"
                        .formatted(Words.count(counts.matured()), Words.count(counts.customers()));
        String treated =
                counts.treated() == 0
                        ? ""
                        : " (%s more say nothing by themselves, because somebody had reached out)"
                                .formatted(Words.count(counts.treated()));
        String special =
                counts.special() == 0
                        ? ""
                        : " (%s more are left out because of special days in the calendar)"
                                .formatted(Words.count(counts.special()));
        return matured
                + treated
                + special
                + (last.isLearned()
                        ? ". The prior needs no labels; the learned score has it among what it looks at. Log-loss says how far a score's probabilities were from what then happened: the smaller, the better."
                        : ": too few, or too few of customers who left or who stayed.");
    }

    /** Where every customer starts. */
    static String bias(double bias) {
        return "Where every customer starts, if everything below were 0: a risk of %s."
                .formatted(Words.percent(1 / (1 + Math.exp(-bias))));
    }

    /** Which expert counts most. */
    String sharesTitle() {
        List<Double> shares = lessons.last().lesson().shares();
        Opinion most = Opinion.PRIOR;
        for (Opinion opinion : Opinion.values()) {
            boolean counts = opinion.position() < shares.size();
            if (counts && shares.get(opinion.position()) > shares.get(most.position())) {
                most = opinion;
            }
        }
        return "In the end \u201c%s\u201d counts most, with %s"
                .formatted(most.words(), Words.percent(shares.get(most.position())));
    }

    /** What moved furthest. */
    String driftTitle() {
        Drift drift = lessons.last().lesson().quality().drift();
        Optional<FeatureDrift> furthest =
                drift.features().stream().max(Comparator.comparingDouble(FeatureDrift::index));
        if (furthest.isEmpty()) {
            return "Whether customers have changed cannot be said at the last cut-off";
        }
        double index = furthest.get().index();
        String far = index > 0.25 ? "far" : index > 0.1 ? "a little" : "hardly";
        return "At the last cut-off customers had moved %s: most in %s, by %s (chance alone: %s)"
                .formatted(
                        far,
                        furthest.get().feature().replace('_', ' '),
                        two(index),
                        two(drift.indexByChance()));
    }

    /** How many customers are past their rhythm. */
    String rhythm() {
        Drift drift = lessons.last().lesson().quality().drift();
        if (Double.isNaN(drift.pastRhythm())) {
            return "";
        }
        return "%s of the customers are silent for more than twice their usual gap; before it were %s."
                .formatted(
                        Words.percent(drift.pastRhythm()), Words.percent(drift.pastRhythmBefore()));
    }

    /** Lessons in which the experts had a say. */
    List<Lesson> withShares() {
        return lessons.all().stream().filter(lesson -> lesson.shares().size() > 1).toList();
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
