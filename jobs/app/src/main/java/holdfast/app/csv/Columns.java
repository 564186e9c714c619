package holdfast.app.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of the common form stand in a file.
 *
 * @param amount -1 when the file has none
 * @param count columns of the header; a good row has no more fields
 */
record Columns(int customer, int time, int name, int amount, int count) {

    private static final String NEEDED = "customer_id, event_time, event_type";

    /** Reads the header, which the scanner stands on. */
    static Columns of(RowScanner header, String file) throws UnreadableLogException {
        List<String> found = new ArrayList<>();
        for (int field = 0; field < header.fieldCount(); field++) {
            int from = header.from(field);
            int length = header.to(field) - from;
            found.add(new String(header.bytes(), from, length, StandardCharsets.UTF_8).strip());
        }
        return new Columns(
                needed("customer_id", found, file),
                needed("event_time", found, file),
                needed("event_type", found, file),
                found.indexOf("amount"),
                found.size());
    }

    /** The fewest fields that hold every column that is used. */
    int fewestFields() {
        return 1 + Math.max(Math.max(customer, time), Math.max(name, amount));
    }

    private static int needed(String column, List<String> found, String file)
            throws UnreadableLogException {
        int index = found.indexOf(column);
        if (index >= 0) {
            return index;
        }
        if (found.size() == 1 && (found.get(0).contains(";") || found.get(0).contains("\t"))) {
            throw new UnreadableLogException(
                    file
                            + ": the columns must be separated by commas; found the header \""
                            + shortened(found.get(0))
                            + "\"");
        }
        throw new UnreadableLogException(
                "%s:1: no column %s; the first line must name at least %s (and amount, for money); found %s"
                        .formatted(file, column, NEEDED, shortened(String.join(", ", found))));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
