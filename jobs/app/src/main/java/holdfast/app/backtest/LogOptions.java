package holdfast.app.backtest;

import holdfast.app.csv.ColumnNames;
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

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            converter = ColumnNames.Converter.class,
            description =
                    "What the log's columns are called, such as customer=client_no,time=when:seconds,"
                            + "event=what,amount=price (times: ISO, or :seconds, :millis, :micros,"
                            + " :dmy, :mdy; amounts with a decimal comma: :comma).")
    private ColumnNames columns = ColumnNames.COMMON;

    @Mixin private PlaybookOptions meaning = new PlaybookOptions();

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
        return meaning.playbook();
    }

    /** A playbook with the changes that the options make. */
    Playbook changed(Playbook other) {
        return meaning.changed(other);
    }

    /** The log, read by the rules of a playbook; {@code rejected.csv} goes to the folder. */
    public ReadLog read(Playbook rules, Path folder, Progress progress) throws IOException {
        return new LogFile(events, columns).read(rules, folder, progress);
    }

    /** The log, read by the rules of a playbook. */
    EventLog log(Playbook rules, RejectedRows rejected, Progress progress) {
        return new LogFile(events, columns).read(rules, rejected, progress);
    }
}
