package holdfast.app.backtest;

import holdfast.app.csv.ColumnNames;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An event log that a person names, and what its columns are called. */
record LogFile(Path events, ColumnNames columns) {

    /**
     * The log, read by the rules of a playbook, with {@code rejected.csv} written to a folder,
     * which is made if it is not there.
     */
    ReadLog read(Playbook rules, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        RejectedFile rejected = new RejectedFile(folder.resolve(ReadLog.REJECTED));
        EventLog read;
        try (rejected) {
            read = read(rules, rejected, progress);
        }
        return new ReadLog(read, rejected.counts());
    }

    /**
     * The log, read by the rules of a playbook.
     *
     * @throws WrongUseException if there is no such file
     * @throws FailedRunException if it cannot be read, or nothing of it can be used
     */
    EventLog read(Playbook rules, RejectedRows rejected, Progress progress) {
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
                    "%s: none of its %d rows can be used; %s says why"
                            .formatted(events, log.facts().rows(), ReadLog.REJECTED));
        }
        if (!Past.of(log, rules).roles().anyActivity()) {
            throw new FailedRunException(
                    "%s: no event is activity; name some of its event types with --activity: %s"
                            .formatted(events, String.join(", ", log.eventNames())));
        }
    }
}
