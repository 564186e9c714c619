package holdfast.app.csv;

import holdfast.core.activity.RejectReason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * Reads an event log from a CSV file that may be gzipped: of the common form, {@code
 * customer_id,event_time,event_type,amount,attributes}, or with columns of other names.
 *
 * <p>Columns are found by name, in any order; others are ignored. A row that breaks a rule is
 * handed to {@link RejectedRows} and does not stop the run. A file that is not sorted by time is
 * sorted in memory. Not thread-safe.
 */
public final class EventLogReader {

    /** Longest customer id in bytes. */
    private static final int CUSTOMER_ID_MAX_BYTES = 256;

    /** Longest event name in bytes. */
    private static final int NAME_MAX_BYTES = 256;

    private static final int ROWS_TO_GUESS_BY = 1_000;

    private static final long DAY_MILLIS = 86_400_000;

    private final Rules rules;
    private final RejectedRows rejected;
    private final DecimalAmount amounts;
    private final Names customers = new Names();
    private final Names names = new Names();
    private final EventLog.Builder events = new EventLog.Builder();

    /**
     * What a good row keeps.
     *
     * @param fractionDigits digits of the reporting currency's minor unit
     * @param refund which event names may carry a negative amount
     * @param nowMillis when the log is read; an event more than a day later has not happened
     * @param columns what the file's columns are called
     */
    public record Rules(
            int fractionDigits, Predicate<String> refund, long nowMillis, ColumnNames columns) {

        /** The rules of a log in the common form. */
        public Rules(int fractionDigits, Predicate<String> refund, long nowMillis) {
            this(fractionDigits, refund, nowMillis, ColumnNames.COMMON);
        }
    }

    private EventLogReader(Rules rules, RejectedRows rejected) {
        this.rules = rules;
        this.rejected = rejected;
        this.amounts = new DecimalAmount(rules.fractionDigits(), rules.columns().decimalComma());
    }

    /**
     * Reads the whole file.
     *
     * @param readBytes told from time to time how many bytes of the file have been read
     * @throws UnreadableLogException if the file is no event log at all, with the way out
     */
    public static EventLog read(
            Path file, Rules rules, RejectedRows rejected, LongConsumer readBytes)
            throws IOException {
        try (LogBytes bytes = new LogBytes(file, readBytes)) {
            return new EventLogReader(rules, rejected).read(file.toString(), bytes);
        } catch (MissingColumnException missing) {
            throw new UnreadableLogException(missing.getMessage() + wayOut(file));
        } catch (EOFException | ZipException cut) {
            throw new UnreadableLogException(
                    file + ": broken gzip (" + cut.getMessage() + "); copy the file again");
        }
    }

    /** The columns that the file's first rows suggest, or how to name them. */
    private static String wayOut(Path file) throws IOException {
        return ColumnGuess.of(file, ROWS_TO_GUESS_BY)
                .map(names -> "; these may be meant: --columns " + names.shellText())
                .orElse("; name them, as in --columns customer=NAME,time=NAME,event=NAME");
    }

    private EventLog read(String file, LogBytes bytes) throws IOException {
        RowScanner rows = new RowScanner(bytes.plain());
        if (!rows.next()) {
            throw new UnreadableLogException(file + ": the file is empty");
        }
        Columns columns = Columns.of(rows, rules.columns(), file);
        long count = 0;
        while (rows.next()) {
            count++;
            readRow(rows, columns);
        }
        return events.build(
                customers.all(), names.all(), count, columns.amount() >= 0, bytes.sha256());
    }

    private void readRow(RowScanner row, Columns columns) {
        int fields = row.fieldCount();
        if (row.broken() || fields < columns.fewestFields() || fields > columns.count()) {
            rejected.rejected(row.line(), RejectReason.BROKEN_CSV);
            return;
        }
        byte[] bytes = row.bytes();
        int customerFrom = row.from(columns.customer());
        int customerTo = row.to(columns.customer());
        if (blank(bytes, customerFrom, customerTo)) {
            rejected.unidentified(row.line());
            return;
        }
        if (customerTo - customerFrom > CUSTOMER_ID_MAX_BYTES) {
            rejected.rejected(row.line(), RejectReason.CUSTOMER_ID_TOO_LONG);
            return;
        }
        int nameFrom = row.from(columns.name());
        int nameTo = row.to(columns.name());
        if (blank(bytes, nameFrom, nameTo)) {
            rejected.rejected(row.line(), RejectReason.NO_EVENT_NAME);
            return;
        }
        if (nameTo - nameFrom > NAME_MAX_BYTES) {
            rejected.rejected(row.line(), RejectReason.NAME_TOO_LONG);
            return;
        }
        long timeMillis = timeMillis(row, columns.time());
        if (timeMillis == EventTime.UNREADABLE) {
            return;
        }
        int name = names.numberOf(bytes, nameFrom, nameTo);
        long amountMinor = columns.amount() < 0 ? 0 : amountMinor(row, columns.amount(), name);
        if (amountMinor > DecimalAmount.OUT_OF_RANGE) {
            int customer = customers.numberOf(bytes, customerFrom, customerTo);
            events.add(customer, timeMillis, name, amountMinor);
        }
    }

    /** The row's time, or {@link EventTime#UNREADABLE} when it was rejected. */
    private long timeMillis(RowScanner row, int column) {
        byte[] bytes = row.bytes();
        int from = row.from(column);
        int to = row.to(column);
        if (blank(bytes, from, to)) {
            rejected.rejected(row.line(), RejectReason.NO_TIME);
            return EventTime.UNREADABLE;
        }
        long timeMillis = EventTime.millis(bytes, from, to, rules.columns().timeForm());
        if (timeMillis == EventTime.UNREADABLE) {
            rejected.rejected(row.line(), RejectReason.BAD_TIME);
            return EventTime.UNREADABLE;
        }
        if (timeMillis <= 0) {
            rejected.rejected(row.line(), RejectReason.TIME_TOO_OLD);
            return EventTime.UNREADABLE;
        }
        if (timeMillis > rules.nowMillis() + DAY_MILLIS) {
            rejected.rejected(row.line(), RejectReason.TIME_IN_FUTURE);
            return EventTime.UNREADABLE;
        }
        return timeMillis;
    }

    /**
     * The row's amount, or something not above {@link DecimalAmount#OUT_OF_RANGE} when rejected.
     */
    private long amountMinor(RowScanner row, int column, int name) {
        long amountMinor = amounts.minor(row.bytes(), row.from(column), row.to(column));
        if (amountMinor == DecimalAmount.UNREADABLE) {
            rejected.rejected(row.line(), RejectReason.BAD_AMOUNT);
            return amountMinor;
        }
        if (amountMinor == DecimalAmount.OUT_OF_RANGE) {
            rejected.rejected(row.line(), RejectReason.AMOUNT_OUT_OF_RANGE);
            return amountMinor;
        }
        if (amountMinor < 0 && !refund(name)) {
            rejected.rejected(row.line(), RejectReason.NEGATIVE_AMOUNT);
            return DecimalAmount.UNREADABLE;
        }
        return amountMinor;
    }

    private boolean refund(int name) {
        return rules.refund().test(names.name(name));
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
