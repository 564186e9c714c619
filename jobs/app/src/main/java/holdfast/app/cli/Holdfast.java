package holdfast.app.cli;

import holdfast.app.backtest.BacktestCommand;
import holdfast.app.backtest.ExportTrainingCommand;
import holdfast.app.backtest.FitCommand;
import holdfast.app.bootstrap.BootstrapCommand;
import holdfast.app.broker.BrokerCommand;
import holdfast.app.demo.DemoCommand;
import holdfast.app.doctor.DoctorCommand;
import holdfast.app.job.ScoreCommand;
import holdfast.app.learn.LearnCommand;
import holdfast.app.map.MapCommand;
import holdfast.app.models.ModelsCommand;
import holdfast.app.playbook.PlaybookCommand;
import holdfast.app.replay.ReplayCommand;
import holdfast.app.tail.TailCommand;
import holdfast.app.topics.TopicsCommand;
import holdfast.app.why.WhyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code holdfast} program. */
@Command(
        name = "holdfast",
        mixinStandardHelpOptions = true,
        version = "holdfast 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        description = "Scores customers' churn risk while their events stream in.",
        footer = {
            "  holdfast demo",
            "  holdfast backtest --events shop.csv --cutoffs 2025-06-01 --horizon 60d --out report",
            "  holdfast playbook show ecommerce > mine.yaml",
            "  holdfast replay --events shop.csv.gz --bootstrap 127.0.0.1:9092 --speed 1000x",
            "  holdfast tail --bootstrap 127.0.0.1:9092"
        },
        subcommands = {
            BacktestCommand.class,
            BootstrapCommand.class,
            BrokerCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            ExportTrainingCommand.class,
            FitCommand.class,
            LearnCommand.class,
            MapCommand.class,
            ModelsCommand.class,
            PlaybookCommand.class,
            ReplayCommand.class,
            ScoreCommand.class,
            TailCommand.class,
            TopicsCommand.class,
            WhyCommand.class
        })
public final class Holdfast implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where a failure comes from.")
    private boolean debug;

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(arguments, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command: 0 when it did its work, 1 when it failed, 2 when it was used wrongly. */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Holdfast())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new RunErrors())
                .execute(arguments);
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    boolean debug() {
        return debug;
    }
}
