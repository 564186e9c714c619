package holdfast.app.csv;

import picocli.CommandLine.Option;

/** The option that says what the columns of an event log are called. */
public final class ColumnsOption {

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            converter = ColumnNames.Converter.class,
            description =
                    "What the log's columns are called, such as customer=client_no,time=when:seconds,"
                            + "event=what,amount=price (times: ISO, or :seconds, :millis, :micros,"
                            + " :dmy, :mdy; amounts with a decimal comma: :comma).")
    private ColumnNames names = ColumnNames.COMMON;

    /** As given; the common ones unless the option is. */
    public ColumnNames names() {
        return names;
    }
}
