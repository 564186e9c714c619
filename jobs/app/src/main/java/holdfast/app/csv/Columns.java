package holdfast.app.csv;

import holdfast.core.document.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of an event log stand in a file.
 *
 * @param amount -1 when the file has none
 * @param count columns of the header; a good row has no more fields
 */
record Columns(int customer, int time, int name, int amount, int count) {

    private static final int SHOWN_CHARS_MAX = 200;

    /** Finds the columns of these names in the header, which the scanner stands on. */
    static Columns of(RowScanner header, ColumnNames names, String file)
            throws MissingColumnException {
        List<String> found = fields(header);
        int amount = found.indexOf(names.amount());
        return new Columns(
                needed(names.customer(), found, file),
                needed(names.time(), found, file),
                needed(names.event(), found, file),
                names.amountNeeded() ? needed(names.amount(), found, file) : amount,
                found.size());
    }

    /** The texts of the row that the scanner stands on, without blanks at their ends. */
    static List<String> fields(RowScanner row) {
        List<String> fields = new ArrayList<>();
        for (int field = 0; field < row.fieldCount(); field++) {
            int from = row.from(field);
            int length = row.to(field) - from;
            fields.add(new String(row.bytes(), from, length, StandardCharsets.UTF_8).strip());
        }
        return fields;
    }

    /** The fewest fields that hold every column that is used. */
    int fewestFields() {
        return 1 + Math.max(Math.max(customer, time), Math.max(name, amount));
    }

    private static int needed(String column, List<String> found, String file)
            throws MissingColumnException {
        int index = found.indexOf(column);
        if (index >= 0) {
            return index;
        }
        String nearest = Nearest.of(column, found).map(it -> "; nearest: " + it).orElse("");
        throw new MissingColumnException(
                "%s:1: no column %s%s; found %s"
                        .formatted(file, column, nearest, shortened(String.join(", ", found))));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
    }
}
