package holdfast.app.map;

import holdfast.app.csv.ColumnGuess;
import holdfast.app.csv.ColumnNames;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.FailedRunException;
import holdfast.core.mapping.EventSample;
import holdfast.core.mapping.MappingInference;
import holdfast.core.mapping.Proposal;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast map suggest}: proposes a mapping from a sample. */
@Command(
        name = "suggest",
        description = {
            "Propose a playbook's mapping (for CSV: --columns) from a sample of events, with"
                    + " reasons.",
            "What is printed is YAML: the mapping, and the rest in comments. Values are masked."
        },
        footer = {
            "  holdfast map suggest --events shop.jsonl.gz",
            "  holdfast map suggest --bootstrap 127.0.0.1:9092 --topic shop.events --spread"
        })
public final class SuggestCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SourceArguments source = new SourceArguments();

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            description =
                    "Whose categories and currency to try (default: ecommerce if it knows an event,"
                            + " else generic).")
    private @Nullable String playbook;

    @Option(names = "--json", description = "For machines: one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        source.check();
        Report report = source.isCsv() ? ofRows() : ofMessages();
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ReportJson.of(report) : SuggestText.of(report));
        out.flush();
        return report.fates().records() > 0 ? 0 : 1;
    }

    private Report ofMessages() {
        List<RawEvent> events = source.read();
        EventSample.Builder fields = new EventSample.Builder();
        for (RawEvent event : events) {
            if (event.isJson()) {
                fields.next(event.origin().partition());
                JsonFields.read(event.value(), fields::put);
            }
        }
        EventSample sample = fields.build();
        return report(
                rules -> {
                    Proposal proposal = MappingInference.propose(sample, rules);
                    // Records in Avro need no mapping: any will do for them.
                    boolean none = sample.records() == 0;
                    Optional<Mapping> mapping =
                            none ? Optional.of(Mapping.DEFAULT) : proposal.mapping();
                    Optional<Edge> edge =
                            mapping.map(it -> new Edge(it, rules, source.schemas()).with(events));
                    return new Report(
                            source.words(),
                            rules,
                            Optional.of(proposal),
                            Optional.empty(),
                            false,
                            edge.map(Edge::fates).orElseGet(Fates::new),
                            edge.map(Edge::coverage));
                });
    }

    private Report ofRows() {
        try {
            EventSample sample = ColumnGuess.sample(source.file(), source.sample());
            return report(
                    rules -> {
                        Proposal proposal = ColumnGuess.propose(sample, rules);
                        Optional<ColumnNames> columns = ColumnGuess.names(proposal);
                        return new Report(
                                source.words(),
                                rules,
                                Optional.of(proposal),
                                columns,
                                true,
                                columns.map(it -> RowFates.of(source.file(), it, rules))
                                        .orElseGet(Fates::new),
                                Optional.empty());
                    });
        } catch (IOException failure) {
            throw new FailedRunException(
                    "cannot read " + source.words() + ": " + failure.getMessage(), failure);
        }
    }

    /** Tries the playbook that was named; without one, the shop's if it knows any event. */
    private Report report(Function<Playbook, Report> of) {
        if (playbook != null) {
            return of.apply(PlaybookSource.named(playbook));
        }
        Playbook shop = Presets.ecommerce();
        Report first = of.apply(shop);
        boolean known =
                first.fates().eventNames().stream()
                        .anyMatch(name -> shop.categoryOf(name.getKey()).id() != 0);
        return known ? first : of.apply(Presets.generic());
    }
}
