package holdfast.app.backtest;

import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelWriter;
import holdfast.core.score.OutcomeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast fit}: a first model and first population figures from a past log. */
@Command(
        name = "fit",
        description = {
            "Fit a first model and first population figures to a past event log.",
            "Writes model.json, population.json, the playbook.yaml that they are for, and rejected.csv."
        },
        footer = {
            "  holdfast fit --events shop.csv --playbook ecommerce --out first",
            "  holdfast fit --events app.csv.gz --horizon 30d --cancel cancel --out first"
        })
public final class FitCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--effective-from",
            paramLabel = "DATE",
            description =
                    "Instant from which decisions use the model; a date is its midnight UTC"
                            + " (default: the log's last event).")
    private @Nullable String effectiveFrom;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to; made if it is not there.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return FileWork.run(this::fit, out, spec.commandLine().getErr());
    }

    private void fit(Progress progress) throws IOException {
        Playbook playbook = log.playbook();
        Past past = Past.of(log.read(playbook, out, progress).events(), playbook);
        progress.end();
        String version = "fit-" + Instant.ofEpochMilli(past.endMillis());
        FirstFit fit = FirstFit.of(past, version, effectiveFromMillis(past));
        write("model.json", ModelWriter.write(fit.model(), playbook));
        write("population.json", PopulationText.write(fit.population()));
        write("playbook.yaml", playbook.source());
        print(past, fit);
    }

    private long effectiveFromMillis(Past past) {
        if (effectiveFrom == null) {
            return past.endMillis();
        }
        try {
            return Cutoff.parse(effectiveFrom).millis();
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException("--effective-from " + wrong.getMessage());
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(out.resolve(name), text.endsWith("\n") ? text : text + "\n");
    }

    private void print(Past past, FirstFit fit) {
        PrintWriter to = spec.commandLine().getOut();
        for (Map.Entry<Integer, OutcomeModel> entry : fit.model().outcomes().entrySet()) {
            OutcomeModel outcome = entry.getValue();
            to.printf(
                    "outcome %s: %s on %s customers; r %s, alpha %s weeks, a %s, b %s%n",
                    past.playbook().outcome(entry.getKey()).name(),
                    switch (outcome.fitted().source()) {
                        case FITTED -> "fitted";
                        case DEFAULT -> "too little data, so the shipped defaults,";
                    },
                    Words.count(outcome.fitted().customers()),
                    Words.figure(outcome.prior().r()),
                    Words.figure(outcome.prior().alpha()),
                    Words.figure(outcome.prior().a()),
                    Words.figure(outcome.prior().b()));
            to.println("  " + Findings.learned(outcome.prior()));
        }
        to.printf(
                "population: %s customers active; model %s, effective from %s%n",
                Words.count(fit.population().customers()),
                fit.model().version(),
                Instant.ofEpochMilli(fit.model().effectiveFromMillis()));
        to.printf("wrote %s, population.json and playbook.yaml%n", out.resolve("model.json"));
        to.flush();
    }
}
