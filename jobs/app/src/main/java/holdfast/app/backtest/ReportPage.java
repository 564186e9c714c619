package holdfast.app.backtest;

import holdfast.app.backtest.plot.Axis;
import holdfast.app.backtest.plot.Chart;
import holdfast.app.backtest.plot.Markup;
import holdfast.app.backtest.plot.Stroke;
import holdfast.core.playbook.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes the run as one page that needs nothing but itself. */
final class ReportPage {

    private static final int MARKS_MAX = 300;

    private final RunFacts facts;
    private final Past past;
    private final Backtest.Result result;
    private final CustomerEvents events;
    private final Aftermath aftermath;
    private final Findings findings;
    private final StringBuilder page = new StringBuilder();

    private ReportPage(RunFacts facts, Past past, Backtest.Result result) {
        this.facts = facts;
        this.past = past;
        this.result = result;
        this.events = new CustomerEvents(past);
        this.aftermath = Aftermath.of(past, events, result.openings(), firstMillis());
        this.findings = new Findings(past, result, aftermath);
    }

    static void write(Path file, RunFacts facts, Past past, Backtest.Result result)
            throws IOException {
        Files.writeString(file, new ReportPage(facts, past, result).html());
    }

    private String html() throws IOException {
        String name = Objects.requireNonNull(Path.of(facts.file()).getFileName()).toString();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Holdfast backtest of ")
                .append(Markup.escaped(name))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style></head>\n<body><main>\n");
        top(name);
        if (!findings.judged().isEmpty()) {
            caught();
            calibration();
        }
        customers();
        alerts();
        new ReportLearning(past, new Lessons(result), new Sections(page)).write();
        new ReportTables(page).write(facts, result, findings);
        reproduce();
        return page.append("</main></body></html>\n").toString();
    }

    private void top(String name) {
        heading(1, "What Holdfast would have known: " + name);
        text(
                "lead",
                "%s customers, %s events from %s to %s. Churn here means %s, asked at %s cut-offs about everybody active in the %s before."
                        .formatted(
                                Words.count(past.log().customerIds().size()),
                                Words.count(past.log().size()),
                                Words.day(past.log().timeMillis(0)),
                                Words.day(past.endMillis()),
                                findings.outcomeInWords(),
                                result.cohorts().size(),
                                Words.span(past.outcome().activeWithinMillis())));
        page.append("<ul class=\"findings\">");
        for (String sentence :
                List.of(findings.howGood(), findings.howSure(), findings.whatFor())) {
            page.append("<li>").append(Markup.escaped(sentence)).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void caught() {
        String title = findings.catchTitle();
        CatchPlot plot = new CatchPlot(findings.judged());
        figure(
                title,
                plot.svg(title),
                plot.isMoney()
                        ? "Money is what a customer paid, net, in the year before the cut-off; it is lost if the customer then left. Means over the cut-offs. The dotted upright line is a team that can contact one customer in ten."
                        : "The log has no money about to leave, so leavers are counted. Means over the cut-offs. The dotted upright line is a team that can contact one customer in ten.");
    }

    private void calibration() {
        String title = findings.calibrationTitle();
        figure(
                title,
                new CalibrationPlot(findings.judged()).svg(title),
                "All judged cut-offs together. On the dash-dotted line the score keeps its word; below it, it cries wolf; above it, it plays down.");
    }

    private void customers() {
        List<Story> stories = new SixCustomers(past, events, result).stories();
        if (stories.isEmpty()) {
            return;
        }
        heading(2, "Six real customers, as the score saw them live");
        text(
                "",
                "Risk rises in silence and falls with each activity (marks at the foot). A triangle is an alert, at the instant at which the risk crossed the dashed line; thin upright lines are cut-offs, where the model was fitted anew.");
        page.append("<div class=\"six\">\n");
        for (Story story : stories) {
            page.append("<figure><h3>").append(Markup.escaped(story.title())).append("</h3>");
            page.append(chart(story)).append("<figcaption>");
            page.append(Markup.escaped(story.detail())).append("</figcaption></figure>\n");
        }
        page.append("</div>\n");
    }

    private String chart(Story story) {
        Axis time = Axis.time(firstMillis(), past.endMillis() + 1);
        Chart chart = new Chart(460, 190, time, Axis.percent("", 1), 0);
        for (ScoredCohort cohort : result.cohorts()) {
            chart.instant((double) cohort.cohort().cutoff().millis(), Stroke.FAINT);
        }
        for (Policy policy : past.playbook().policies()) {
            if (policy.outcomeId() == past.outcome().id()) {
                chart.level(policy.openAt(), Stroke.DASHED);
            }
        }
        // A mark for each of thousands of events would draw one black bar in a large file.
        long stepMillis = (past.endMillis() - firstMillis()) / MARKS_MAX;
        long nextMillis = firstMillis();
        for (long activity : story.activityMillis()) {
            if (activity >= nextMillis) {
                chart.rug((double) activity);
                nextMillis = activity + stepMillis;
            }
        }
        chart.curve(story.risk(), Stroke.MAIN);
        for (Opening opening : story.openings()) {
            chart.triangle((double) opening.openedAtMillis(), opening.probability(), "#ffffff");
        }
        return chart.svg(story.title());
    }

    private void alerts() {
        if (past.endMillis() <= firstMillis()) {
            return;
        }
        String title = findings.alertTitle(facts.capacityPerWeek());
        figure(
                title,
                AlertPlot.svg(aftermath, facts.capacityPerWeek(), firstMillis(), title),
                findings.alertText()
                        + (facts.capacityPerWeek().isPresent()
                                ? ""
                                : " Add --capacity N to see them against what the team can take up."));
    }

    private void reproduce() {
        heading(2, "To get this page again");
        page.append("<pre>").append(Markup.escaped(facts.command())).append("</pre>\n");
        text(
                "note",
                "%s; playbook %s version %d; %s rows read in a run of %.1f seconds; SHA-256 of the file %s."
                        .formatted(
                                facts.version(),
                                past.playbook().name(),
                                past.playbook().version(),
                                Words.count(facts.log().rows()),
                                facts.wallSeconds(),
                                facts.log().sha256()));
    }

    private void figure(String title, String svg, String caption) {
        page.append("<figure>");
        heading(2, title);
        page.append(svg).append("<figcaption>").append(Markup.escaped(caption));
        page.append("</figcaption></figure>\n");
    }

    private void heading(int level, String text) {
        page.append("<h%d>%s</h%d>\n".formatted(level, Markup.escaped(text), level));
    }

    private void text(String kind, String text) {
        page.append("<p class=\"").append(kind).append("\">");
        page.append(Markup.escaped(text)).append("</p>\n");
    }

    private long firstMillis() {
        return result.cohorts().get(0).cohort().cutoff().millis();
    }

    private static String style() throws IOException {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css is part of the jar").readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
