package holdfast.app.backtest;

import holdfast.app.csv.ColumnNames;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.app.shell.DurationConverter;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.playbook.FlagPlaybook;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.Presets;
import holdfast.core.playbook.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads an event log: the file, and what its events mean. */
public final class LogOptions {

    /** A customer is asked about for so many horizons of silence unless something else is said. */
    private static final int ACTIVE_HORIZONS = 3;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description =
                    "Event log: CSV, may be gzipped, with the columns customer_id, event_time,"
                            + " event_type and, for money, amount.")
    private Path events = Path.of("");

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            converter = ColumnNames.Converter.class,
            description =
                    "What the log's columns are called, such as customer=client_no,time=when:seconds,"
                            + "event=what,amount=price (times: ISO, or :seconds, :millis, :micros,"
                            + " :dmy, :mdy; amounts with a decimal comma: :comma).")
    private ColumnNames columns = ColumnNames.COMMON;

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            description =
                    "Preset (generic, ecommerce, subscription) or YAML file (default: generic).")
    private @Nullable String playbook;

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description = "How far to look ahead, such as 60d (default: the playbook's).")
    private @Nullable Duration horizon;

    @Option(
            names = "--active",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description =
                    "Ask about customers active within this span (default: the playbook's, or three"
                            + " horizons).")
    private @Nullable Duration active;

    @Option(
            names = "--activity",
            paramLabel = "TYPE",
            split = ",",
            description =
                    "Event types that are activity (default: the playbook's, or all but return,"
                            + " free_item and the cancel).")
    private List<String> activity = List.of();

    @Option(
            names = "--cancel",
            paramLabel = "TYPE",
            description = "Event type that is the churn; without it churn is no activity.")
    private @Nullable String cancel;

    /** The file. */
    public Path events() {
        return events;
    }

    /** What the file's columns are called. */
    public ColumnNames columns() {
        return columns;
    }

    /** The playbook that the options mean. */
    public Playbook playbook() {
        try {
            return playbook == null ? fromFlags() : flags().applyTo(named(playbook));
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }

    /** A playbook with the changes that the options make. */
    Playbook changed(Playbook other) {
        try {
            return flags().applyTo(other);
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }

    /** The log, read by the rules of a playbook. */
    public EventLog log(Playbook rules, RejectedRows rejected, Progress progress) {
        if (!Files.isRegularFile(events)) {
            throw new WrongUseException(
                    "--events: there is no file " + events + "; give a CSV file, plain or gzipped");
        }
        try {
            EventLogReader.Rules edge =
                    new EventLogReader.Rules(
                            rules.currency().getDefaultFractionDigits(),
                            name -> rules.categoryOf(name).value() == ValueKind.REFUND,
                            System.currentTimeMillis(),
                            columns);
            EventLog log =
                    EventLogReader.read(
                            events,
                            edge,
                            rejected,
                            progress.of("reading " + events.getFileName(), Files.size(events)));
            checkUsable(log, rules);
            return log;
        } catch (IOException failed) {
            throw new FailedRunException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private void checkUsable(EventLog log, Playbook rules) {
        if (log.size() == 0) {
            throw new FailedRunException(
                    "%s: none of its %d rows can be used; rejected.csv says why"
                            .formatted(events, log.facts().rows()));
        }
        if (!Past.of(log, rules).roles().anyActivity()) {
            throw new FailedRunException(
                    "%s: no event is activity; name some of its event types with --activity: %s"
                            .formatted(events, String.join(", ", log.eventNames())));
        }
    }

    private Playbook fromFlags() {
        Playbook generic = Presets.generic();
        long horizonMillis =
                horizon == null ? generic.primaryOutcome().horizonMillis() : horizon.toMillis();
        long activeMillis = active == null ? ACTIVE_HORIZONS * horizonMillis : active.toMillis();
        return new FlagPlaybook(horizonMillis, activeMillis, activity, Optional.ofNullable(cancel))
                .playbook();
    }

    private PlaybookFlags flags() {
        return new PlaybookFlags(
                millis(horizon),
                millis(active),
                new LinkedHashSet<>(activity),
                cancel == null ? Set.of() : Set.of(cancel));
    }

    private static OptionalLong millis(@Nullable Duration span) {
        return span == null ? OptionalLong.empty() : OptionalLong.of(span.toMillis());
    }

    private static Playbook named(String nameOrFile) {
        Optional<Playbook> preset = Presets.named(nameOrFile);
        if (preset.isPresent()) {
            return preset.get();
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException(
                    "--playbook: \"%s\" is neither a file nor a preset (%s)"
                            .formatted(nameOrFile, String.join(", ", Presets.names())));
        }
        return read(file);
    }

    private static Playbook read(Path file) {
        try {
            PlaybookReader reader = new PlaybookReader(StateBound::worstCaseBytes);
            Checked<Playbook> read = reader.read(file.toString(), Files.readString(file));
            if (!read.isAccepted()) {
                throw new WrongUseException(read.lines());
            }
            return read.value();
        } catch (IOException failed) {
            throw new WrongUseException(
                    "--playbook: cannot read " + file + ": " + failed.getMessage());
        }
    }
}
