package holdfast.app.backtest;

import holdfast.app.backtest.plot.Markup;
import holdfast.core.activity.Fate;
import holdfast.core.activity.RejectReason;
import holdfast.core.evaluation.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of the page: figures, parameters, rejected rows. */
final class ReportTables {

    private final StringBuilder page;

    ReportTables(StringBuilder page) {
        this.page = page;
    }

    void write(RunFacts facts, Backtest.Result result, Findings findings) {
        figures(result, findings);
        learned(result.cohorts());
        rejected(facts);
    }

    private void figures(Backtest.Result result, Findings findings) {
        heading("The figures, cut-off by cut-off");
        page.append("<div class=\"wide\"><table><thead><tr>");
        for (String head :
                List.of(
                        "cut-off",
                        "customers",
                        "left",
                        "AUC",
                        "PR-AUC",
                        "log-loss",
                        "Brier",
                        "ECE",
                        "lift in 10 %",
                        "money: by expected loss",
                        "by risk × past value",
                        "by value",
                        "by risk",
                        "best possible")) {
            page.append("<th>").append(head).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        for (ScoredCohort cohort : result.cohorts()) {
            row(cohort.cohort().cutoff().text(), cohort.cohort().size(), cohort.figures());
        }
        Means.of(result.cohorts())
                .ifPresent(mean -> row("mean", mean.customers(), Optional.of(mean)));
        page.append("</tbody></table></div>\n");
        if (findings.judged().size() < result.cohorts().size()) {
            text(
                    "note",
                    "Where nothing but the number of customers stands, the log ends before the horizon does: those customers are scored, not judged.");
        }
    }

    private void row(String name, int customers, Optional<Figures> judged) {
        page.append("<tr><th>").append(Markup.escaped(name)).append("</th>");
        cell(Words.count(customers));
        if (judged.isEmpty()) {
            page.append("<td colspan=\"12\">not judged</td></tr>\n");
            return;
        }
        Figures figures = judged.get();
        cell(Words.percent(figures.churnRate()));
        cell(Words.figure(figures.rocAuc()));
        cell(Words.figure(figures.prAuc()));
        cell(Words.figure(figures.logLoss()));
        cell(Words.figure(figures.brier()));
        cell(Words.figure(figures.ece()));
        cell(Words.figure(figures.lift10()));
        cell(Words.percent(figures.value10ExpectedLoss()));
        cell(Words.percent(figures.value10RiskValue()));
        cell(Words.percent(figures.value10ValueOnly()));
        cell(Words.percent(figures.value10()));
        cell(Words.percent(figures.value10Max()));
        page.append("</tr>\n");
    }

    private void learned(List<ScoredCohort> cohorts) {
        heading("What the prior learned");
        text("", Findings.learned(cohorts.get(cohorts.size() - 1).fit().model()));
        page.append("<div class=\"wide\"><table><thead><tr><th>cut-off</th><th>customers</th>")
                .append("<th>r</th><th>α (weeks)</th><th>a</th><th>b</th><th>from</th>")
                .append("</tr></thead><tbody>\n");
        for (ScoredCohort cohort : cohorts) {
            page.append("<tr><th>")
                    .append(Markup.escaped(cohort.cohort().cutoff().text()))
                    .append("</th>");
            cell(Words.count(cohort.fit().customers()));
            cell(Words.figure(cohort.fit().model().r()));
            cell(Words.figure(cohort.fit().model().alpha()));
            cell(Words.figure(cohort.fit().model().a()));
            cell(Words.figure(cohort.fit().model().b()));
            cell(
                    switch (cohort.fit().source()) {
                        case FITTED -> "fitted";
                        case DEFAULT -> "default: too little data";
                    });
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private void rejected(RunFacts facts) {
        heading(facts.rejectedRows() == 0 ? "No row was rejected" : rejectedTitle(facts));
        if (!facts.log().sorted()) {
            text("", "The file was not in the order of time; it was sorted in memory.");
        }
        if (!facts.log().amountColumn()) {
            text("", "The file has no column amount: money is left out.");
        }
        if (facts.rejectedRows() == 0) {
            return;
        }
        page.append(
                "<table><thead><tr><th>reason</th><th>rows</th><th>what helps</th></tr></thead><tbody>\n");
        for (Map.Entry<String, Long> reason : new TreeMap<>(facts.rejected()).entrySet()) {
            page.append("<tr><th>").append(reason.getKey()).append("</th>");
            cell(Words.count(reason.getValue()));
            page.append("<td class=\"words\">")
                    .append(advice(reason.getKey()))
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table>\n");
        text("note", "The lines are in rejected.csv.");
    }

    private static String rejectedTitle(RunFacts facts) {
        return "%s of %s rows were rejected"
                .formatted(Words.count(facts.rejectedRows()), Words.count(facts.log().rows()));
    }

    private static String advice(String label) {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.label().equals(label)) {
                return Markup.escaped(reason.advice());
            }
        }
        return label.equals(Fate.UNIDENTIFIED.label())
                ? "fill in customer_id where it is known"
                : "";
    }

    private void heading(String text) {
        page.append("<h2>").append(Markup.escaped(text)).append("</h2>\n");
    }

    private void text(String kind, String text) {
        page.append("<p class=\"").append(kind).append("\">");
        page.append(Markup.escaped(text)).append("</p>\n");
    }

    private void cell(String text) {
        page.append("<td>").append(Markup.escaped(text)).append("</td>");
    }
}
