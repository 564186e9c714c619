package holdfast.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RowScannerPropertyTest {

    @Property
    void readsBackWhatWasWritten(
            @ForAll("tables") List<List<String>> table,
            @ForAll @IntRange(min = 1, max = 9) int gulp)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            text.append(quoted(row)).append('\n');
        }

        assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8), gulp)).isEqualTo(table);
    }

    @Property
    void meetsEveryLineOfAnyBytesOnceAndEnds(@ForAll("scribble") String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RowScanner scanner = new RowScanner(new ByteArrayInputStream(bytes));
        long lineBefore = 0;
        while (scanner.next()) {
            assertThat(scanner.line()).isGreaterThan(lineBefore);
            lineBefore = scanner.line();
        }
        assertThat(lineBefore).isLessThanOrEqualTo(text.length() + 1L);
        assertThat(scanner.next()).isFalse();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.strings().withChars("a,\"\n\r é{}").ofMaxLength(8);
        return field.list().ofMinSize(2).ofMaxSize(5).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> scribble() {
        return Arbitraries.strings().withChars("a,\"\n\r").ofMaxLength(60);
    }

    private static String quoted(List<String> row) {
        List<String> fields = new ArrayList<>();
        for (String field : row) {
            fields.add('"' + field.replace("\"", "\"\"") + '"');
        }
        return String.join(",", fields);
    }

    private static List<List<String>> read(byte[] bytes, int gulp) throws IOException {
        RowScanner scanner = new RowScanner(new Sipping(bytes, gulp));
        List<List<String>> rows = new ArrayList<>();
        while (scanner.next()) {
            assertThat(scanner.broken()).isFalse();
            rows.add(RowScannerTest.fields(scanner));
        }
        return rows;
    }

    /** Hands out a few bytes at a time, so that every border falls somewhere inside a row. */
    private static final class Sipping extends InputStream {

        private final InputStream in;
        private final int gulp;

        Sipping(byte[] bytes, int gulp) {
            this.in = new ByteArrayInputStream(bytes);
            this.gulp = gulp;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return in.read(bytes, from, Math.min(gulp, length));
        }
    }
}
