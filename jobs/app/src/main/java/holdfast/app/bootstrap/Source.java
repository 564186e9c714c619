package holdfast.app.bootstrap;

import holdfast.app.csv.ColumnNames;
import holdfast.core.playbook.Playbook;
import java.nio.file.Path;

/** The file of a history, and by what it is read. */
record Source(Path file, ColumnNames columns, Playbook playbook) {

    /** The same for a task: the first so many of its events. */
    PastFile past(int events) {
        return new PastFile(
                file.toAbsolutePath().toString(),
                columns.text(),
                playbook.source(),
                System.currentTimeMillis(),
                events);
    }
}
