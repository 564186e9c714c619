package holdfast.app.bootstrap;

import holdfast.app.backtest.FileWork;
import holdfast.app.backtest.Judgement;
import holdfast.app.backtest.LogOptions;
import holdfast.app.backtest.Progress;
import holdfast.app.backtest.ReadLog;
import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.Topics;
import holdfast.app.shell.InstantConverter;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast bootstrap}: what a live job begins with, from a file of the past. */
@Command(
        name = "bootstrap",
        description = {
            "Take in a past event log, so that the live job begins as if it had always been there.",
            "Writes savepoint, the state of every customer at the live instant; model.json and"
                    + " population.json; the playbook.yaml that they are for; opening-list.csv,"
                    + " who is at risk already; and rejected.csv."
        },
        footer = {
            "  holdfast bootstrap --events shop.csv.gz --playbook mine.yaml --live-from 2026-03-01"
                    + " --out first",
            "  holdfast bootstrap --events shop.csv.gz --live-from 2026-03-01 --out first --teach"
                    + " --bootstrap kafka:9092",
            "  holdfast score --bootstrap kafka:9092 --from first"
        })
public final class BootstrapCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--live-from",
            required = true,
            paramLabel = "DATE",
            converter = InstantConverter.class,
            description =
                    "Instant at which the service goes live; a date is its midnight UTC. The log"
                            + " says what was before it, the topics what comes from then on.")
    private Instant liveFrom = Instant.EPOCH;

    @Option(
            names = "--capacity",
            paramLabel = "N",
            description = "How many alerts the opening list may hold (default: all).")
    private @Nullable Integer capacity;

    @Mixin private KafkaArguments kafka = new KafkaArguments();

    @Option(
            names = "--teach",
            description =
                    "Write what can be learned from the history to the empty training topic of the"
                            + " Kafka that --bootstrap names, so that the learning job goes on from"
                            + " there too (for training.share=1).")
    private boolean teach;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to; made if it is not there, else empty.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return FileWork.run(this::begin, out, spec.commandLine().getErr());
    }

    private void begin(Progress progress) throws IOException {
        checkEmpty();
        Playbook playbook = log.playbook();
        ReadLog read = log.read(playbook, out, progress);
        Source source = new Source(log.events(), log.columns(), playbook);
        Beginning beginning = new Beginning(source, read.events(), liveFrom.toEpochMilli());
        Beginning.Result result = write(beginning, progress);
        progress.end();
        print(result, read.rejectedRows());
    }

    private Beginning.Result write(Beginning beginning, Progress progress) throws IOException {
        if (!teach) {
            return beginning.write(out, rows(), progress, records -> {});
        }
        Topics topics = new Topics(kafka.prefix(), 1, false);
        try (TrainingTopic topic =
                TrainingTopic.open(kafka.cluster(), topics.name(Topic.TRAINING))) {
            return beginning.write(out, rows(), progress, topic::tell);
        }
    }

    private int rows() {
        return capacity == null ? Integer.MAX_VALUE : capacity;
    }

    /** Nothing of an earlier run may be taken for a part of this one. */
    private void checkEmpty() {
        if (capacity != null && capacity < 0) {
            throw new WrongUseException("--capacity must not be negative (got " + capacity + ")");
        }
        if (Files.notExists(out)) {
            return;
        }
        try (Stream<Path> entries = Files.list(out)) {
            if (entries.anyMatch(entry -> !entry.endsWith(ReadLog.REJECTED))) {
                throw new WrongUseException(
                        "--out: "
                                + out
                                + " is not empty, and a job may go on from what is there; name"
                                + " another folder, or empty it");
            }
        } catch (IOException failed) {
            throw new WrongUseException("--out: cannot read " + out + ": " + failed.getMessage());
        }
    }

    private void print(Beginning.Result result, long rejectedRows) {
        PrintWriter to = spec.commandLine().getOut();
        to.printf(
                Locale.ROOT,
                "history: %,d events of %,d customers up to %s; %,d rows rejected, %,d events later%n",
                result.events(),
                result.customers(),
                Instant.ofEpochMilli(result.liveFromMillis()),
                rejectedRows,
                result.laterEvents());
        to.println(judged(result.judgement()));
        to.printf(
                Locale.ROOT,
                "opening list: %,d at risk already, %,d written, the greatest expected loss first%n",
                result.atRisk(),
                Math.min(result.atRisk(), rows()));
        to.println("wrote " + out.resolve(Beginning.SAVEPOINT) + " and what is beside it");
        to.println("next: ./holdfast score --bootstrap HOST:PORT --from " + out);
        to.flush();
    }

    private static String judged(Optional<Judgement> judgement) {
        if (judgement.isEmpty()) {
            return "score: not judged, the history is shorter than the horizon";
        }
        return String.format(
                Locale.ROOT,
                "score judged at %s: AUC %.3f, log-loss %.3f, ECE %.3f on %,d customers, %.1f %% of"
                        + " whom left",
                Instant.ofEpochMilli(judgement.get().cutoffMillis()),
                judgement.get().figures().rocAuc(),
                judgement.get().figures().logLoss(),
                judgement.get().figures().ece(),
                judgement.get().figures().customers(),
                100 * judgement.get().figures().churnRate());
    }
}
