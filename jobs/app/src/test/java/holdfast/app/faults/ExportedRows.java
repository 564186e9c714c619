package holdfast.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code holdfast export-training} wrote.
 *
 * @param rows of cells, without the header
 * @param warning what it said beside
 */
record ExportedRows(List<String> header, List<List<String>> rows, String warning) {

    /** Exports to a file. */
    static ExportedRows of(Path file, String... words) throws IOException {
        StringWriter err = new StringWriter();
        assertThat(run(file, err, words)).as(err.toString()).isZero();
        List<List<String>> lines =
                Files.readAllLines(file).stream()
                        .map(line -> List.of(line.split(",", -1)))
                        .toList();
        return new ExportedRows(lines.get(0), lines.subList(1, lines.size()), err.toString());
    }

    /** The one line in which an export is refused that is used rightly. */
    static String refusal(Path file, String... words) {
        StringWriter err = new StringWriter();
        assertThat(run(file, err, words)).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1);
        return err.toString();
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.get(header.indexOf(name))).toList();
    }

    /** The rows of snapshots up to an instant. */
    ExportedRows upTo(Instant end) {
        int at = header.indexOf("at");
        return new ExportedRows(
                header,
                rows.stream().filter(row -> !Instant.parse(row.get(at)).isAfter(end)).toList(),
                warning);
    }

    /** Holds these rows against others, but for one column, which must differ somewhere. */
    void assertEqualBut(String column, ExportedRows others) {
        assertThat(header).isEqualTo(others.header);
        assertThat(rows).hasSameSizeAs(others.rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(without(column, rows.get(i)))
                    .as("row %d", i)
                    .isEqualTo(without(column, others.rows.get(i)));
        }
        assertThat(column(column)).isNotEqualTo(others.column(column));
    }

    private List<String> without(String column, List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.remove(header.indexOf(column));
        return cells;
    }

    private static int run(Path file, StringWriter err, String... words) {
        List<String> arguments = new ArrayList<>(List.of("export-training", "--out=" + file));
        arguments.addAll(List.of(words));
        return Holdfast.run(
                arguments.toArray(String[]::new),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
    }
}
