package holdfast.app.map;

import holdfast.app.csv.ColumnNames;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast map check}: verifies a playbook's mapping against events. */
@Command(
        name = "check",
        description = {
            "Say what would become of events under a playbook's mapping: all of a file, or a sample"
                    + " of a topic.",
            "Ends with 1 if nothing would be scored, or less than --min-scored."
        },
        footer = {
            "  holdfast map check --playbook mine.yaml --events shop.jsonl",
            "  holdfast map check --playbook mine.yaml --topic shop.events --min-scored 90%"
        })
public final class CheckMappingCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SourceArguments source = new SourceArguments();

    @Option(
            names = "--playbook",
            required = true,
            paramLabel = "NAME|FILE",
            description = "The playbook whose mapping is to be verified.")
    private String playbook = "";

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            converter = ColumnNames.Converter.class,
            description = "What a CSV file's columns are called; the mapping is for messages.")
    private ColumnNames columns = ColumnNames.COMMON;

    @Option(
            names = "--min-scored",
            paramLabel = "SHARE",
            defaultValue = "0%",
            description = "The share that must be scored, such as 90%% (default: any).")
    private String minScored = "";

    @Option(names = "--json", description = "For machines: one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        source.check();
        double least = share(minScored);
        Playbook rules = PlaybookSource.named(playbook);
        Report report = report(rules);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ReportJson.of(report) : CheckText.of(report, playbook));
        out.flush();
        Fates fates = report.fates();
        return fates.scoredCount() > 0 && fates.scoredShare() >= least ? 0 : 1;
    }

    private Report report(Playbook rules) {
        if (source.isCsv()) {
            Fates fates = RowFates.of(source.file(), columns, rules);
            return new Report(
                    source.words(),
                    rules,
                    Optional.empty(),
                    Optional.of(columns),
                    true,
                    fates,
                    Optional.empty());
        }
        Edge edge = new Edge(rules.mapping(), rules, source.schemas());
        source.readAll(edge::add);
        return new Report(
                source.words(),
                rules,
                Optional.empty(),
                Optional.empty(),
                false,
                edge.fates(),
                Optional.of(edge.coverage()));
    }

    private static double share(String text) {
        try {
            boolean percent = text.endsWith("%");
            String digits = percent ? text.substring(0, text.length() - 1) : text;
            double share = Double.parseDouble(digits.strip()) / (percent ? 100 : 1);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException nonsense) {
            // Said below, together with what is a number but no share.
        }
        throw new WrongUseException("--min-scored must be such as 90% (got \"" + text + "\")");
    }
}
