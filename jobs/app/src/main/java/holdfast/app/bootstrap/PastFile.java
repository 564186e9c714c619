package holdfast.app.bootstrap;

import holdfast.app.csv.ColumnNames;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.playbook.ValueKind;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * The file of a history as a task finds it.
 *
 * @param columns as {@link ColumnNames#text()} writes them
 * @param playbook YAML
 * @param readMillis when the file was read first: it decides which events lie in the future
 * @param events how many of them, in the order of time, are history
 */
record PastFile(String file, String columns, String playbook, long readMillis, int events)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Reads the history; what was rejected has been told before. */
    EventLog read() throws IOException {
        Playbook rules = new PlaybookReader(checked -> 0).read("playbook", playbook).value();
        EventLogReader.Rules edge =
                new EventLogReader.Rules(
                        rules.currency().getDefaultFractionDigits(),
                        name -> rules.categoryOf(name).value() == ValueKind.REFUND,
                        readMillis,
                        ColumnNames.parse(columns));
        return EventLogReader.read(Path.of(file), edge, new Silent(), bytes -> {}).first(events);
    }

    private static final class Silent implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {}

        @Override
        public void unidentified(long line) {}
    }
}
