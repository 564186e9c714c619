package holdfast.app.backtest;

import holdfast.app.backtest.AlertGroup.Case;
import holdfast.app.backtest.Comparison.Side;
import holdfast.core.evaluation.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** A comparison as rows and sentences, the same for the terminal and the page. */
final class ComparisonTable {

    private static final int EXAMPLES = 5;

    private final Comparison compared;
    private final OptionalInt capacity;

    ComparisonTable(Comparison compared, OptionalInt capacity) {
        this.compared = compared;
        this.capacity = capacity;
    }

    /** A figure of A, of B, and what B adds. */
    record Row(String name, String a, String b, String difference) {}

    /** Alerts of one kind, by the most at stake. */
    record Examples(String title, List<List<String>> rows) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(judged("AUC", Figures::rocAuc));
        rows.add(judged("log-loss", Figures::logLoss));
        rows.add(judged("calibration error (ECE)", Figures::ece));
        rows.add(judged("money reached in the first 10 %", Figures::value10ExpectedLoss));
        rows.add(counted("customers alerted, by silence", side -> side.all().size()));
        rows.add(
                row(
                        "of those judged, then left",
                        side -> side.all().precision(),
                        Words::percent,
                        100,
                        " points"));
        rows.add(counted("money at risk when alerted", side -> side.all().moneyAtRisk()));
        rows.add(row("alerts a week, mean", Side::perWeek, ComparisonTable::oneDigit, 1, ""));
        rows.add(counted("alerts in the busiest week", Side::busiestWeek));
        if (capacity.isPresent()) {
            int most = capacity.getAsInt();
            rows.add(counted("weeks above the team's " + most, side -> side.weeksAbove(most)));
        }
        return rows;
    }

    /** What is gained and lost, in plain words. */
    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add("A is %s: %s.".formatted(name(compared.a()), compared.a().contender().what()));
        said.add("B is %s: %s.".formatted(name(compared.b()), compared.b().contender().what()));
        said.add(group("B alerts about %s silences that A leaves alone", compared.gained()));
        said.add(group("A alerts about %s silences that B leaves alone", compared.lost()));
        said.add(group("Both alert about %s", compared.kept()) + sooner());
        if (!compared.a().past().outcome().equals(compared.b().past().outcome())) {
            said.add(
                    "The two ask different questions (%s; %s), so their figures are not to be held against each other."
                            .formatted(asked(compared.a()), asked(compared.b())));
        }
        return said;
    }

    List<Examples> examples() {
        return List.of(
                examples("Gained: in B alone, the most at stake first", compared.gained()),
                examples("Lost: in A alone, the most at stake first", compared.lost()));
    }

    private static Examples examples(String title, AlertGroup group) {
        List<List<String>> rows = new ArrayList<>();
        for (Case each : group.examples(EXAMPLES)) {
            rows.add(
                    List.of(
                            each.opening().customerId(),
                            Words.day(each.opening().openedAtMillis()),
                            "risk " + Words.percent(each.opening().probability()),
                            "at risk " + Words.amount(group.money(each)),
                            each.verdict().word()));
        }
        return new Examples(title, rows);
    }

    private static String group(String sentence, AlertGroup group) {
        String begun = sentence.formatted(Words.count(group.size()));
        return group.judged() == 0
                ? "%s, %s at risk; none can be judged yet."
                        .formatted(begun, Words.amount(group.moneyAtRisk()))
                : "%s, %s at risk; of %s judged, %s then left."
                        .formatted(
                                begun,
                                Words.amount(group.moneyAtRisk()),
                                Words.count(group.judged()),
                                Words.percent(group.precision()));
    }

    private String sooner() {
        if (compared.kept().size() == 0) {
            return "";
        }
        long millis = compared.soonerMillis();
        return millis == 0
                ? " Half of them open no later in B than in A."
                : " On the median B opens them %s %s."
                        .formatted(Words.days(Math.abs(millis)), millis > 0 ? "sooner" : "later");
    }

    private static String asked(Side side) {
        return "%s within %s"
                .formatted(
                        side.past().outcome().name(),
                        Words.span(side.past().outcome().horizonMillis()));
    }

    private static String name(Side side) {
        return side.contender().name();
    }

    private Row judged(String name, ToDoubleFunction<Figures> figure) {
        return row(
                name,
                side -> side.means().map(figure::applyAsDouble).orElse(Double.NaN),
                Words::figure,
                1,
                "");
    }

    private Row counted(String name, ToDoubleFunction<Side> figure) {
        return row(name, figure, Words::amount, 1, "");
    }

    private interface Print {
        String of(double value);
    }

    private Row row(
            String name, ToDoubleFunction<Side> figure, Print print, double scale, String unit) {
        double a = figure.applyAsDouble(compared.a());
        double b = figure.applyAsDouble(compared.b());
        double more = scale * (b - a);
        String difference =
                Double.isNaN(more)
                        ? "–"
                        : (more < 0 ? "−" : "+")
                                + (scale == 1 ? print.of(Math.abs(more)) : oneDigit(Math.abs(more)))
                                + unit;
        return new Row(name, print.of(a), print.of(b), difference);
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
