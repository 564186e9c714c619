package holdfast.app.map;

import holdfast.app.csv.ColumnNames;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.csv.RejectedRows;
import holdfast.app.shell.FailedRunException;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.ValueKind;
import java.io.IOException;
import java.nio.file.Path;

/** What the reader of logs makes of the rows of a CSV file. */
final class RowFates {

    private RowFates() {}

    static Fates of(Path file, ColumnNames columns, Playbook playbook) {
        Fates fates = new Fates();
        EventLogReader.Rules rules =
                new EventLogReader.Rules(
                        playbook.currency().getDefaultFractionDigits(),
                        name -> true,
                        System.currentTimeMillis(),
                        columns);
        try {
            EventLog log = EventLogReader.read(file, rules, new Tally(fates), bytes -> {});
            for (int event = 0; event < log.size(); event++) {
                String name = log.eventNames().get(log.name(event));
                fates.named(name);
                boolean refund = playbook.categoryOf(name).value() == ValueKind.REFUND;
                if (log.amountMinor(event) < 0 && !refund) {
                    fates.refused(RejectReason.NEGATIVE_AMOUNT, "event " + Fates.shown(name));
                } else {
                    fates.scored();
                }
            }
            return fates;
        } catch (IOException failure) {
            throw new FailedRunException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private record Tally(Fates fates) implements RejectedRows {

        @Override
        public void rejected(long line, RejectReason reason) {
            fates.refused(reason, "line " + line);
        }

        @Override
        public void unidentified(long line) {
            fates.unidentified();
        }
    }
}
