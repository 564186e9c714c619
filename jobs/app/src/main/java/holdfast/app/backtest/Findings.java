package holdfast.app.backtest;

import holdfast.core.evaluation.Calibration;
import holdfast.core.evaluation.Figures;
import holdfast.core.playbook.OutcomeKind;
import holdfast.core.prior.BgNbd;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a run found out, in plain sentences; they hedge where the log is too short or too small. */
final class Findings {

    private static final double WEEKS_PER_YEAR = 52.18;

    private final Past past;
    private final List<ScoredCohort> judged;
    private final Optional<Figures> means;
    private final Aftermath aftermath;

    Findings(Past past, Backtest.Result result, Aftermath aftermath) {
        this.past = past;
        this.judged = result.cohorts().stream().filter(ScoredCohort::judged).toList();
        this.means = Means.of(result.cohorts());
        this.aftermath = aftermath;
    }

    List<ScoredCohort> judged() {
        return judged;
    }

    /** How good. */
    String howGood() {
        double auc = means.map(Figures::rocAuc).orElse(Double.NaN);
        if (Double.isNaN(auc)) {
            return "How good the scores are cannot be said: "
                    + (judged.isEmpty()
                            ? "the log ends before any cut-off's horizon does."
                            : "at no cut-off did some customers leave and others stay.");
        }
        return "Take one customer who then left and one who stayed: the score puts the right one first %d times in 100 (a coin: 50)."
                .formatted(Math.round(100 * auc));
    }

    /** How sure. */
    String howSure() {
        if (judged.isEmpty()) {
            return "The scores are probabilities; whether they keep their word has to wait until the log is longer.";
        }
        double error = means.map(Figures::ece).orElse(Double.NaN);
        double chance =
                judged.stream().mapToDouble(CalibrationPlot::errorByChance).average().orElse(0);
        String verdict =
                error > 2 * chance && error > 0.03
                        ? "more than chance explains, so read them as a ranking first"
                        : "about what chance alone would give";
        return "Its probabilities are off by %s points on average; with so many customers, perfect ones would look off by %s: %s."
                .formatted(points(error), points(chance), verdict);
    }

    /** What it would have earned the team. */
    String whatFor() {
        if (judged.isEmpty()) {
            return "What the alerts would have reached cannot be said yet either.";
        }
        CatchPlot plot = new CatchPlot(judged);
        double byRisk = plot.caught(ScoredCohort::scores, CatchPlot.TEAM);
        if (!plot.isMoney()) {
            return "A team that contacts the 10 %% of customers with the highest risk would have reached %s of those who then left (at random: 10 %%); the log has no money to rank by."
                    .formatted(Words.percent(byRisk));
        }
        double byLoss = plot.caught(ScoredCohort::expectedLosses, CatchPlot.TEAM);
        return "A team that contacts the 10 %% of customers with the highest expected loss would have reached %s of the money of those who then left, about %s a cut-off in the file's currency; calling the riskiest instead reaches %s."
                .formatted(
                        Words.percent(byLoss),
                        Words.amount(byLoss * meanLost()),
                        Words.percent(byRisk));
    }

    String catchTitle() {
        CatchPlot plot = new CatchPlot(judged);
        double byRisk = plot.caught(ScoredCohort::scores, CatchPlot.TEAM);
        if (!plot.isMoney()) {
            return "The riskiest 10 %% of customers are %s of those who leave"
                    .formatted(Words.percent(byRisk));
        }
        double byLoss = plot.caught(ScoredCohort::expectedLosses, CatchPlot.TEAM);
        double byValue = plot.caught(ScoredCohort::expectedValues, CatchPlot.TEAM);
        return byLoss >= Math.max(byRisk, byValue)
                ? "Ranked by expected loss, 10 %% of customers hold %s of the money about to leave; ranked by fear alone, %s"
                        .formatted(Words.percent(byLoss), Words.percent(byRisk))
                : "Here expected loss catches %s of the money in the first 10 %%, value alone %s, risk alone %s"
                        .formatted(
                                Words.percent(byLoss),
                                Words.percent(byValue),
                                Words.percent(byRisk));
    }

    String calibrationTitle() {
        Calibration.Bin highest = new CalibrationPlot(judged).highest();
        return "Where the score says %s, %s leave"
                .formatted(
                        Words.percent(highest.meanPredicted()),
                        Words.percent(highest.meanObserved()));
    }

    String alertTitle(OptionalInt capacityPerWeek) {
        int weeks = aftermath.byWeek().size();
        double mean = (double) aftermath.opened() / weeks;
        int most = Collections.max(aftermath.byWeek());
        String title =
                "%s alerts a week on average, %s in the busiest"
                        .formatted(oneDigit(mean), Words.count(most));
        if (capacityPerWeek.isEmpty()) {
            return title;
        }
        int capacity = capacityPerWeek.getAsInt();
        long over = aftermath.byWeek().stream().filter(n -> n > capacity).count();
        return title
                + (over == 0
                        ? ": never more than the team's %s".formatted(Words.count(capacity))
                        : ": more than the team's %s in %d of %d weeks"
                                .formatted(Words.count(capacity), over, weeks));
    }

    String alertText() {
        if (aftermath.judged() == 0) {
            return "No alert's horizon ended before the log did.";
        }
        return "%s alerts opened after the first cut-off. Of the %s whose horizon the log covers, %s were followed by %s; %s."
                .formatted(
                        Words.count(aftermath.opened()),
                        Words.count(aftermath.judged()),
                        Words.percent((double) aftermath.right() / aftermath.judged()),
                        outcomeInWords(),
                        past.outcome().kind() == OutcomeKind.CANCEL
                                ? "in the rest nobody cancelled in that time"
                                : "in the rest the customer came back without anyone calling");
    }

    /** The outcome as the label of a score. */
    String outcomeInWords() {
        String horizon = Words.span(past.outcome().horizonMillis());
        return past.outcome().kind() == OutcomeKind.CANCEL
                ? "a cancel within " + horizon
                : "no activity for " + horizon;
    }

    /** What a fitted prior says about the customers. */
    static String learned(BgNbd prior) {
        double visitsPerYear = WEEKS_PER_YEAR * prior.r() / prior.alpha();
        double leaving = prior.a() / (prior.a() + prior.b());
        String spread =
                prior.r() < 0.5
                        ? "a few come very often and most seldom"
                        : prior.r() < 1.5 ? "they differ a lot" : "they are much alike";
        return "A customer who has not left is active on about %s days a year on average; %s. After each active day %s for good."
                .formatted(oneDigit(visitsPerYear), spread, leavers(leaving));
    }

    private static String leavers(double share) {
        return share < 0.001 ? "hardly anybody leaves" : "about " + Words.percent(share) + " leave";
    }

    private double meanLost() {
        return judged.stream()
                .mapToDouble(cohort -> Arrays.stream(cohort.customers().lostValues()).sum())
                .filter(lost -> lost > 0)
                .average()
                .orElse(0);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%,.0f", value);
    }
}
