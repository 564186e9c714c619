package holdfast.app.backtest;

import holdfast.app.shell.WrongUseException;
import holdfast.core.evaluation.Figures;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast backtest}: scores a past log at past instants and shows how good that was. */
@Command(
        name = "backtest",
        description = {
            "Score a past event log as if each cut-off were now, and show how good that was.",
            "Writes scores.csv, summary.json, rejected.csv and a page to read, report.html; with",
            "--compare instead comparison.json and comparison.html: what would change from A to B."
        },
        footer = {
            "  holdfast backtest --events shop.csv --cutoffs 2025-03-01,2025-06-01 --horizon 60d"
                    + " --active 180d --activity purchase --out march",
            "  holdfast backtest --events app.csv.gz --cutoffs 2025-06-01 --horizon 30d"
                    + " --cancel cancel --capacity 50 --out june",
            "  holdfast backtest --events shop.csv --cutoffs 2025-03-01 --playbook mine.yaml"
                    + " --compare mine.yaml stricter.yaml --out stricter"
        })
public final class BacktestCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--cutoffs",
            required = true,
            split = ",",
            paramLabel = "DATE",
            description = "Instants to pretend to be at; a date is its midnight UTC.")
    private List<String> cutoffs = List.of();

    @Option(
            names = "--scorer",
            paramLabel = "NAME",
            defaultValue = "learned",
            description =
                    "Which scorer to judge: prior, which needs no labels, or learned, which labels"
                            + " itself as time passes (default: ${DEFAULT-VALUE}).")
    private String scorer = "learned";

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "NAME|FILE",
            description =
                    "Hold two against each other: each is prior, learned, a model file, a playbook"
                            + " file or a preset.")
    private List<String> compared = List.of();

    @Option(
            names = "--capacity",
            paramLabel = "N",
            description = "Alerts that the team can take up in a week, to show beside the alerts.")
    private @Nullable Integer capacity;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to; made if it is not there.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return FileWork.run(this::backtest, out, spec.commandLine().getErr());
    }

    private void backtest(Progress progress) throws IOException {
        long startMillis = System.currentTimeMillis();
        List<Cutoff> at = cutoffs();
        ScorerKind kind = scorer();
        Playbook playbook = log.playbook();
        List<Contender> contenders = contenders(playbook, kind);
        ReadLog read = log.read(playbook, out, progress);
        if (!compared.isEmpty()) {
            ComparisonRun run = new ComparisonRun(log, playbook, read.events(), at, progress);
            compare(run.of(contenders), facts(read, startMillis));
            return;
        }
        Past past = Past.of(read.events(), playbook);
        Backtest.Result result =
                Backtest.run(past, kind, at, progress.of("scoring the past", past.log().size()));
        progress.end();
        ScoresFile.write(out.resolve("scores.csv"), past, result.cohorts());
        RunFacts facts = facts(read, startMillis);
        SummaryFile.write(out.resolve("summary.json"), facts, past, result);
        ReportPage.write(out.resolve("report.html"), facts, past, result);
        print(facts, result);
    }

    private List<Contender> contenders(Playbook playbook, ScorerKind kind) {
        Contender usual = new Contender("", "", playbook, Scoring.of(kind));
        return compared.isEmpty() ? List.of() : ComparisonRun.contenders(compared, usual, log);
    }

    private void compare(Comparison comparison, RunFacts facts) throws IOException {
        ComparisonTable table = new ComparisonTable(comparison, facts.capacityPerWeek());
        ComparisonFile.write(out.resolve("comparison.json"), facts, comparison);
        Files.writeString(out.resolve("comparison.html"), ComparisonPage.html(facts, table));
        PrintWriter to = spec.commandLine().getOut();
        ComparisonText.print(table, to);
        to.println("\npage to read: " + out.resolve("comparison.html"));
        to.flush();
    }

    private List<Cutoff> cutoffs() {
        List<Cutoff> parsed = new ArrayList<>();
        Set<Long> instants = new HashSet<>();
        for (String text : cutoffs) {
            try {
                parsed.add(Cutoff.parse(text.strip()));
            } catch (IllegalArgumentException wrong) {
                throw new WrongUseException("--cutoffs " + wrong.getMessage());
            }
            if (!instants.add(parsed.get(parsed.size() - 1).millis())) {
                throw new WrongUseException("--cutoffs names one instant twice: " + text);
            }
        }
        return parsed;
    }

    private ScorerKind scorer() {
        return switch (scorer) {
            case "prior" -> ScorerKind.PRIOR;
            case "learned" -> ScorerKind.LEARNED;
            default ->
                    throw new WrongUseException(
                            "--scorer must be prior or learned (got \"" + scorer + "\")");
        };
    }

    private RunFacts facts(ReadLog read, long startMillis) {
        return new RunFacts(
                command(),
                version(),
                scorer,
                log.events().toString(),
                read.events().facts(),
                read.rejected(),
                capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity),
                (System.currentTimeMillis() - startMillis) / 1e3);
    }

    private void print(RunFacts facts, Backtest.Result result) {
        PrintWriter to = spec.commandLine().getOut();
        to.printf(
                Locale.ROOT,
                "%-22s %9s %6s %6s %9s %6s  %s%n",
                "cut-off",
                "customers",
                "left",
                "AUC",
                "log-loss",
                "ECE",
                "money reached in the first 10 %");
        for (ScoredCohort cohort : result.cohorts()) {
            line(to, cohort.cohort().cutoff().text(), cohort.cohort().size(), cohort.figures());
        }
        Means.of(result.cohorts())
                .ifPresent(mean -> line(to, "mean", mean.customers(), Optional.of(mean)));
        to.printf(
                "%n%s rows of %s, %s rejected; %s%n",
                Words.count(facts.log().rows()),
                facts.file(),
                Words.count(facts.rejectedRows()),
                Words.count(result.openings().size()) + " alerts opened");
        to.println("page to read: " + out.resolve("report.html"));
        to.flush();
    }

    private static void line(PrintWriter to, String name, int size, Optional<Figures> judged) {
        if (judged.isEmpty()) {
            to.printf(
                    "%-22s %9s  not judged: the log ends before the horizon%n",
                    name, Words.count(size));
            return;
        }
        Figures figures = judged.get();
        to.printf(
                "%-22s %9s %6s %6s %9s %6s  %s by expected loss, %s by risk%n",
                name,
                Words.count(size),
                Words.percent(figures.churnRate()),
                Words.figure(figures.rocAuc()),
                Words.figure(figures.logLoss()),
                Words.figure(figures.ece()),
                Words.percent(figures.value10ExpectedLoss()),
                Words.percent(figures.value10()));
    }

    private String command() {
        StringBuilder words = new StringBuilder("./holdfast");
        for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
            boolean plain = word.matches("[A-Za-z0-9_./:,=@%+-]+");
            words.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return words.toString();
    }

    private String version() {
        String[] version = spec.root().version();
        return version.length == 0 ? "" : version[0];
    }
}
