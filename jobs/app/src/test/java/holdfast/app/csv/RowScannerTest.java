package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowScannerTest {

    @Test
    void splitsRowsAtAnyLineEnd() throws IOException {
        assertThat(rows("a,b\nc,d\r\ne,f\rg,h"))
                .containsExactly("1:[a, b]", "2:[c, d]", "3:[e, f]", "4:[g, h]");
    }

    @Test
    void keepsCommasLinesAndDoubledQuotesOfQuotedFields() throws IOException {
        assertThat(rows("a,\"x,y\",\"{\"\"k\"\":1}\"\nb,\"two\nlines\",\"\"\nc,d,e\n"))
                .containsExactly("1:[a, x,y, {\"k\":1}]", "2:[b, two\nlines, ]", "4:[c, d, e]");
    }

    @Test
    void takesTheSeparatorThatTheFirstLineHasMostOf() throws IOException {
        assertThat(rows("a;b;\"c,d,e\"\n1,5;2;3\n"))
                .containsExactly("1:[a, b, c,d,e]", "2:[1,5, 2, 3]");
        assertThat(rows("\n\na\tb\n1\t2;3\n")).containsExactly("3:[a, b]", "4:[1, 2;3]");
        assertThat(rows("a|b\n1|2\n")).containsExactly("1:[a, b]", "2:[1, 2]");
        assertThat(rows("a,b;c\n1,2;3\n")).containsExactly("1:[a, b;c]", "2:[1, 2;3]");
    }

    @Test
    void skipsTheByteOrderMarkAndEmptyLines() throws IOException {
        assertThat(rows("\uFEFFa,b\n\n\nc,d\n\n")).containsExactly("1:[a, b]", "4:[c, d]");
    }

    @Test
    void keepsAQuoteInsideAPlainField() throws IOException {
        assertThat(rows("5\" nail,b\n")).containsExactly("1:[5\" nail, b]");
    }

    @Test
    void losesOnlyTheRowWithTextAfterItsClosingQuote() throws IOException {
        assertThat(rows("a,b\n\"c\"x,d\ne,f\n"))
                .containsExactly("1:[a, b]", "2:broken", "3:[e, f]");
    }

    @Test
    void losesOnlyTheRowWhoseQuoteIsNeverClosed() throws IOException {
        assertThat(rows("a,b\nc,\"d\ne,f\ng,h\n"))
                .containsExactly("1:[a, b]", "2:broken", "3:[e, f]", "4:[g, h]");
    }

    @Test
    void losesOnlyTheRowThatIsTooLong() throws IOException {
        String longRow = "x".repeat(3 * RowScanner.MAX_ROW_BYTES);

        assertThat(rows("a,b\n" + longRow + "\nc,d\n"))
                .containsExactly("1:[a, b]", "2:broken", "3:[c, d]");
        assertThat(rows("a,b\n\"" + longRow + "\"\nc,d\n"))
                .containsExactly("1:[a, b]", "2:broken", "3:[c, d]");
    }

    @Test
    void losesOnlyTheRowWithTooManyFields() throws IOException {
        assertThat(rows(",".repeat(RowScanner.MAX_FIELDS) + "\na,b\n"))
                .containsExactly("1:broken", "2:[a, b]");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n\r\n")).isEmpty();
        assertThat(rows("\uFEFF")).isEmpty();
    }

    private static List<String> rows(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RowScanner scanner = new RowScanner(new ByteArrayInputStream(bytes));
        List<String> rows = new ArrayList<>();
        while (scanner.next()) {
            rows.add(scanner.line() + ":" + (scanner.broken() ? "broken" : fields(scanner)));
        }
        return rows;
    }

    static List<String> fields(RowScanner row) {
        List<String> fields = new ArrayList<>();
        for (int field = 0; field < row.fieldCount(); field++) {
            int from = row.from(field);
            int length = row.to(field) - from;
            fields.add(new String(row.bytes(), from, length, StandardCharsets.UTF_8));
        }
        return fields;
    }
}
