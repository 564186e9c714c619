package holdfast.app.bootstrap;

import holdfast.app.backtest.Judgement;
import holdfast.app.backtest.Progress;
import holdfast.app.csv.EventLog;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.population.PopulationText;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.score.ModelWriter;
import holdfast.core.training.TrainingRecord;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Makes of a log all that a live job begins with.
 *
 * <p>What is learned is in force from the live instant on. But who was at risk before it is judged
 * by it too: else the opening list would be that of a score which nobody uses any more.
 */
final class Beginning {

    /** The folder of the state. */
    static final String SAVEPOINT = "savepoint";

    private static final long SINCE_EVER = 0;

    private final Source source;
    private final EventLog log;
    private final EventLog past;
    private final long liveFromMillis;

    /**
     * @param log all of the file
     * @throws WrongUseException if the live instant lies outside it
     */
    Beginning(Source source, EventLog log, long liveFromMillis) {
        this.source = source;
        this.log = log;
        this.liveFromMillis = liveFromMillis;
        past = log.first(log.countUpTo(liveFromMillis - 1));
        checkInside();
    }

    /**
     * What was made.
     *
     * @param laterEvents of the file, which are left to the topics
     * @param atRisk how long the opening list is
     */
    record Result(
            long liveFromMillis,
            int events,
            long customers,
            int laterEvents,
            Optional<Judgement> judgement,
            int atRisk) {}

    /**
     * Writes everything.
     *
     * @param rows of the opening list, at most
     * @param pupil who else is to learn from the history; told in the order of time, but for the
     *     order within each call
     */
    Result write(Path out, int rows, Progress progress, Consumer<List<TrainingRecord>> pupil)
            throws IOException {
        Playbook playbook = source.playbook();
        Audience audience = new Audience(progress.of("learning", past.size()), pupil);
        Schooling.Taught taught = Schooling.of(past, playbook, liveFromMillis, audience);
        if (!taught.population().isKnown()) {
            throw new FailedRunException(
                    "%s: nobody was active within the outcome's span before %s; a later export or a longer active-within is needed"
                            .formatted(source.file(), Instant.ofEpochMilli(liveFromMillis)));
        }
        String population = PopulationText.write(taught.population());
        String hindsight = model(taught, SINCE_EVER);
        OpeningList opening = OpeningList.of(past, guidance(taught, hindsight));
        String model = model(taught, liveFromMillis);
        buildState(
                new History(source.past(past.size()), model, population, liveFromMillis),
                hindsight,
                out,
                progress);
        write(out.resolve("model.json"), model);
        write(out.resolve("population.json"), population);
        write(out.resolve("playbook.yaml"), playbook.source());
        opening.write(out.resolve("opening-list.csv"), rows);
        return new Result(
                liveFromMillis,
                past.size(),
                taught.customers(),
                log.size() - past.size(),
                taught.judgement(),
                opening.size());
    }

    private record Audience(LongConsumer progress, Consumer<List<TrainingRecord>> pupil)
            implements Schooling.Audience {

        @Override
        public void passed(long events) {
            progress.accept(events);
        }

        @Override
        public void told(List<TrainingRecord> records) {
            pupil.accept(records);
        }
    }

    private void checkInside() {
        Instant liveFrom = Instant.ofEpochMilli(liveFromMillis);
        if (past.size() == 0) {
            throw new WrongUseException(
                    "--live-from: %s does not lie after the first event of %s, %s; name a later instant, or begin without history: holdfast score"
                            .formatted(liveFrom, source.file(), at(log, 0)));
        }
        long lastMillis = log.timeMillis(log.size() - 1);
        if (liveFromMillis - lastMillis > source.playbook().gridStepMillis()) {
            throw new WrongUseException(
                    "--live-from: %s lies long after the last event of %s, %s, and everybody would look silent; export the log up to then, or go live from the last event"
                            .formatted(liveFrom, source.file(), at(log, log.size() - 1)));
        }
    }

    private Guidance guidance(Schooling.Taught taught, String hindsight) {
        Playbook playbook = source.playbook();
        return Guidance.of(playbook, new Settings(liveFromMillis, 0, 1))
                .withModel(ModelReader.read("model", hindsight, playbook).value())
                .withPopulation(taught.population());
    }

    private void buildState(History history, String hindsight, Path out, Progress progress)
            throws IOException {
        Playbook playbook = source.playbook();
        ScoringStart start =
                new ScoringStart(
                        playbook.source(),
                        hindsight,
                        history.population(),
                        liveFromMillis,
                        playbook.gridStepMillis(),
                        Settings.defaults().scoreStep(),
                        0, // nobody reads it
                        WireFormat.JSON);
        Path made =
                HistoryJob.run(
                        new HistoryJob.Plan(history, start, coveredUntilMillis()),
                        out.toAbsolutePath(),
                        progress.of("building state", history.records()));
        SavepointFolder.publish(made, out.resolve(SAVEPOINT));
    }

    /** Of a log that ends before the live instant the topics may know the rest. */
    private long coveredUntilMillis() {
        return Math.min(liveFromMillis, log.timeMillis(log.size() - 1) + 1);
    }

    private String model(Schooling.Taught taught, long fromMillis) {
        ModelText text =
                ModelText.of(
                        "bootstrap-" + Instant.ofEpochMilli(liveFromMillis),
                        fromMillis,
                        taught.outcomes());
        return ModelWriter.write(text, source.playbook());
    }

    private static Instant at(EventLog log, int event) {
        return Instant.ofEpochMilli(log.timeMillis(event));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
    }
}
