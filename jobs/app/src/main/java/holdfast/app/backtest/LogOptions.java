package holdfast.app.backtest;

import holdfast.app.csv.ColumnNames;
import holdfast.app.csv.ColumnsOption;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.RejectedRows;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads an event log: the file, and what its events mean. */
public final class LogOptions {

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description =
                    "Event log: CSV, may be gzipped, with the columns customer_id, event_time,"
                            + " event_type and, for money, amount.")
    private Path events = Path.of("");

    @Mixin private ColumnsOption columns = new ColumnsOption();

    @Mixin private PlaybookOptions meaning = new PlaybookOptions();

    /** The file. */
    public Path events() {
        return events;
    }

    /** What the file's columns are called. */
    public ColumnNames columns() {
        return columns.names();
    }

    /** The playbook that the options mean. */
    public Playbook playbook() {
        return meaning.playbook();
    }

    /** A playbook with the changes that the options make. */
    Playbook changed(Playbook other) {
        return meaning.changed(other);
    }

    /** The log, read by the rules of a playbook; {@code rejected.csv} goes to the folder. */
    public ReadLog read(Playbook rules, Path folder, Progress progress) throws IOException {
        return new LogFile(events, columns.names()).read(rules, folder, progress);
    }

    /** The log, read by the rules of a playbook. */
    EventLog log(Playbook rules, RejectedRows rejected, Progress progress) {
        return new LogFile(events, columns.names()).read(rules, rejected, progress);
    }
}
