package holdfast.app.backtest;

import holdfast.app.shell.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast export-training}: what the learned score learns from, for other hands. */
@Command(
        name = "export-training",
        description = {
            "Write the labelled rows that the learned score learns from.",
            "A row says how a customer stood at a grid point (an eighth of the horizon, own phase),",
            "and what came of it within the horizon.",
            "Beside FILE.csv stands FILE.catalogue.csv: what each column means, with its unit.",
            "A label is there only if its horizon has passed by the log's end. Customers are hashes.",
            "The rows come from a log of events, or from what a live job has told so far: then",
            "prior_logit is that of the models then in force."
        },
        footer = {
            "  holdfast export-training --events shop.csv --playbook ecommerce --out rows.csv.gz",
            "  holdfast export-training --bootstrap kafka:9092 --playbook ecommerce --out rows.csv.gz",
            "  holdfast export-training --events app.csv --playbook subscription --outcome idle"
                    + " --out idle.csv",
            "  holdfast export-training --events app.csv.gz --horizon 30d --cancel cancel --out app.csv"
        })
public final class ExportTrainingCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private TrainingArguments source = new TrainingArguments();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write, NAME.csv or NAME.csv.gz.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return FileWork.run(this::export, out, spec.commandLine().getErr());
    }

    private void export(Progress progress) throws IOException {
        Path catalogue = catalogue();
        Path folder = Objects.requireNonNull(out.toAbsolutePath().getParent());
        TrainingTable table = source.read(folder, progress);
        progress.end();
        Files.createDirectories(folder);
        TrainingFile file = new TrainingFile(table);
        file.write(out);
        file.writeCatalogue(catalogue);
        print(file, catalogue);
    }

    private Path catalogue() {
        String name = Objects.toString(out.getFileName(), "");
        if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
            throw new WrongUseException("--out must end in .csv or .csv.gz (got \"" + out + "\")");
        }
        return out.resolveSibling(name.replaceAll("\\.csv(\\.gz)?$", "") + ".catalogue.csv");
    }

    private void print(TrainingFile file, Path catalogue) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s rows of %s customers, %s labelled, %s of these lost; %s columns%n"
                                + "wrote %s, and what its columns mean to %s%n",
                        Words.count(file.rows()),
                        Words.count(file.customers()),
                        Words.count(file.labelled()),
                        Words.count(file.lost()),
                        Words.count(file.columns()),
                        out,
                        catalogue);
        spec.commandLine().getOut().flush();
    }
}
