package holdfast.app.backtest;

import holdfast.core.evaluation.Figures;
import holdfast.core.learning.Lesson;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Split;
import holdfast.core.score.LinearWeights;
import holdfast.core.score.WeightWords;
import holdfast.core.score.WeightWords.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The part of the page about what was learned, and how far it can be trusted. */
final class ReportLearning {

    private static final int WEIGHTS_MAX = 12;
    private static final double FACTOR_MAX = 1_000;

    private final Past past;
    private final Lessons lessons;
    private final LearningFindings findings;
    private final Sections page;

    ReportLearning(Past past, Lessons lessons, Sections page) {
        this.past = past;
        this.lessons = lessons;
        this.findings = new LearningFindings(lessons);
        this.page = page;
    }

    /** Writes nothing where the prior alone was asked for. */
    void write() {
        if (!lessons.isAsked()) {
            return;
        }
        page.heading(findings.title());
        page.text("", findings.howMuch());
        againstThePrior();
        calibration();
        lessons.last().lesson().linear().ifPresent(this::weights);
        shares();
        drift();
        groups();
    }

    private void againstThePrior() {
        List<List<String>> rows = new ArrayList<>();
        for (Lessons.AtCutoff at : lessons.atCutoffs()) {
            Optional<Figures> score = at.cohort().figures();
            Optional<Figures> prior = at.byPrior().figures();
            rows.add(
                    List.of(
                            at.cohort().cohort().cutoff().text(),
                            at.isLearned() ? "learned" : "prior: too little to learn from",
                            Words.count(at.lesson().quality().counts().matured()),
                            figure(prior, Figures::rocAuc),
                            figure(score, Figures::rocAuc),
                            figure(prior, Figures::logLoss),
                            figure(score, Figures::logLoss),
                            figure(prior, Figures::ece),
                            figure(score, Figures::ece)));
        }
        page.table(
                List.of(
                        "cut-off",
                        "score that served",
                        "snapshots to learn from",
                        "AUC: prior",
                        "score",
                        "log-loss: prior",
                        "score",
                        "ECE: prior",
                        "score"),
                rows);
    }

    private static String figure(Optional<Figures> figures, ToDoubleFunction<Figures> figure) {
        return Words.figure(figures.map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private void calibration() {
        List<Lessons.AtCutoff> judged = lessons.judged();
        if (judged.isEmpty()) {
            return;
        }
        page.heading("What was said and what came, cut-off by cut-off");
        page.openGrid();
        for (Lessons.AtCutoff at : judged) {
            String cutoff = at.cohort().cohort().cutoff().text();
            page.smallFigure(
                    cutoff,
                    LearningPlots.calibration(at, cutoff),
                    "Off by %s points on average, the prior by %s."
                            .formatted(points(at.cohort()), points(at.byPrior())));
        }
        page.closeGrid();
    }

    private static String points(ScoredCohort cohort) {
        double error = cohort.figures().map(Figures::ece).orElse(Double.NaN);
        return String.format(Locale.ROOT, "%.1f", 100 * error);
    }

    private void weights(LinearWeights linear) {
        List<Said> said = WeightWords.of(linear, past.outcome(), past.playbook());
        page.heading("What the score looks at, the heaviest first");
        page.text("", LearningFindings.bias(linear.bias()));
        List<List<String>> rows = new ArrayList<>();
        for (Said each : said.subList(0, Math.min(WEIGHTS_MAX, said.size()))) {
            rows.add(List.of(each.low(), each.high(), odds(each.logitSpan())));
        }
        page.table(List.of("from", "to", "odds of leaving"), rows);
        page.text(
                "note",
                "As fitted for the last cut-off, all else being equal, over the range that was seen. What the score looks at moves together, so no line is a cause by itself. %d lighter ones are left out."
                        .formatted(said.size() - rows.size()));
    }

    private static String odds(double span) {
        double factor = Math.exp(Math.abs(span));
        String text =
                factor >= FACTOR_MAX
                        ? "more than 1000"
                        : String.format(Locale.ROOT, factor < 9.95 ? "%.1f" : "%.0f", factor);
        return (span < 0 ? "÷ " : "× ") + text;
    }

    private void shares() {
        List<Lesson> told = findings.withShares();
        if (told.size() < 2 || !lessons.last().isLearned()) {
            return;
        }
        String title = findings.sharesTitle();
        page.figure(
                title,
                LearningPlots.shares(told, title),
                "The score is taught by the prior and three experts. Each counts by how good it was once outcomes were known; a share moves only after a horizon.");
    }

    private void drift() {
        List<Lesson> told =
                lessons.all().stream()
                        .filter(lesson -> !lesson.quality().drift().features().isEmpty())
                        .toList();
        if (told.size() < 2) {
            return;
        }
        String title = findings.driftTitle();
        page.figure(
                title,
                LearningPlots.drift(told, title),
                "Population stability index: customers of the newest horizon against those that there was something to learn of. In a young log everybody's past grows longer, which counts as moving. "
                        + findings.rhythm());
    }

    private void groups() {
        if (lessons.newestSplit().isEmpty()) {
            return;
        }
        page.heading("How it did by kind of customer");
        List<List<String>> rows = new ArrayList<>();
        for (Split split : lessons.newestSplit().get().splits()) {
            Judgement prior = of(split, Opinion.PRIOR);
            Judgement served = of(split, Opinion.SERVED);
            rows.add(
                    List.of(
                            words(split),
                            Words.count(served.customers()),
                            Words.percent(served.meanRisk()),
                            Words.percent(served.lostShare()),
                            Words.figure(prior.logLoss()),
                            Words.figure(served.logLoss())));
        }
        page.table(
                List.of(
                        "snapshots of",
                        "customers",
                        "said on average",
                        "left",
                        "log-loss: prior",
                        "score"),
                rows);
        page.text(
                "note",
                "By the scores that served when each snapshot was taken, judged once its horizon had passed: by tenure and value over the last horizon of the log, by month over all. Snapshots of one customer overlap, so look at the number of customers before a difference.");
    }

    private static Judgement of(Split split, Opinion opinion) {
        return split.judgements().stream()
                .filter(each -> each.opinion() == opinion)
                .findFirst()
                .orElseThrow();
    }

    private static String words(Split split) {
        return switch (split.by()) {
            case TENURE -> "customers for " + split.group() + " horizons";
            case SEASON -> split.group();
            case VALUE -> "value, tenth " + split.group() + " of 10";
        };
    }
}
