package holdfast.app.backtest;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.learning.LabelledRows;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.OutcomeKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes labelled rows, and the catalogue of their columns. Not thread-safe. */
final class TrainingFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final TrainingTable table;
    private final LabelledRows rows;
    private final List<Column> columns;
    private final Set<Long> customers = new HashSet<>();
    private long labelled;
    private long lost;

    TrainingFile(TrainingTable table) {
        this.table = table;
        this.rows = table.rows();
        this.columns = described();
    }

    /** One column: what it is called, what it is counted in, what it says and is about. */
    private record Column(String id, String unit, String meaning, String family) {}

    /** Writes all rows in the order of time and customer. */
    void write(Path file) throws IOException {
        try (Writer out = writer(file)) {
            out.write(columns.stream().map(Column::id).collect(Collectors.joining(",")));
            out.write('\n');
            for (int row = 0; row < rows.size(); row++) {
                write(row, out);
            }
        }
    }

    /** Writes what each column means. */
    void writeCatalogue(Path file) throws IOException {
        try (Writer out = writer(file)) {
            out.write("column,unit,meaning,family\n");
            for (Column column : columns) {
                out.write(column.id() + ",\"" + column.unit() + "\",\"");
                out.write(column.meaning().replace("\"", "\"\""));
                out.write("\"," + column.family() + "\n");
            }
        }
    }

    int rows() {
        return rows.size();
    }

    int columns() {
        return columns.size();
    }

    /** Of whom there are rows, once these are written. */
    int customers() {
        return customers.size();
    }

    /** How many rows have a label, once they are written. */
    long labelled() {
        return labelled;
    }

    /** How many of these say that the customer was lost. */
    long lost() {
        return lost;
    }

    private void write(int index, Writer out) throws IOException {
        LabelledRows.Row row = rows.row(index, table.untilMillis());
        customers.add(row.customerKey());
        out.write(HexFormat.of().toHexDigits(row.customerKey()));
        out.write("," + table.outcome().name() + "," + Instant.ofEpochMilli(row.atMillis()) + ",");
        if (row.decidedMillis().isPresent()) {
            out.write(Instant.ofEpochMilli(row.decidedMillis().getAsLong()).toString());
        }
        out.write(',');
        if (row.label().isPresent()) {
            labelled++;
            lost += row.label().getAsInt();
            out.write(Integer.toString(row.label().getAsInt()));
        }
        out.write(row.treated() ? ",1" : ",0");
        out.write(row.special() ? ",1," : ",0,");
        out.write(row.weight() + "," + row.valueMinor());
        for (int position = 0; position < rows.layout().width(); position++) {
            out.write(',');
            out.write(Double.toString(rows.feature(index, position)));
        }
        out.write('\n');
    }

    private List<Column> described() {
        List<Column> all = new ArrayList<>();
        addOfTheRow(all);
        for (Feature feature : FeatureCatalogue.features()) {
            all.add(
                    new Column(
                            feature.id(),
                            feature.unit(),
                            feature.meaning(),
                            feature.family().name()));
        }
        for (int place = 0; place < rows.layout().categories(); place++) {
            addCategory(rows.layout().categoryId(place), all);
        }
        return all;
    }

    private void addOfTheRow(List<Column> into) {
        into.add(new Column("customer", "hash", "the same for the same customer", "ROW"));
        into.add(new Column("outcome", "name", table.outcome().name() + " of the playbook", "ROW"));
        into.add(new Column("at", "instant", "when the snapshot was taken", "ROW"));
        into.add(new Column("decided_at", "instant", decided(), "LABEL"));
        into.add(new Column("label", "0 or 1", label(), "LABEL"));
        String outreach = "1 when somebody reached out within the horizon, before the decision";
        into.add(new Column("treated", "0 or 1", outreach, "LABEL"));
        String special = "1 when special days of the playbook make it useless to learn from";
        into.add(new Column("special", "0 or 1", special, "LABEL"));
        String counts =
                "how much the row counts: snapshots of one customer overlap, and those left alone"
                        + " stand for those that somebody reached out to; 0 to be left out";
        into.add(new Column("weight", "rows", counts, "ROW"));
        String unit = "minor units of " + table.playbook().currency();
        into.add(
                new Column(
                        "value_minor",
                        unit,
                        "what the customer was expected to bring in a horizon",
                        "ROW"));
    }

    private void addCategory(int id, List<Column> into) {
        for (CategoryFeature feature : CategoryFeature.all()) {
            into.add(
                    new Column(
                            feature.code(id).toLowerCase(Locale.ROOT),
                            feature.unit(),
                            nameOf(id) + ": " + feature.meaning(),
                            feature.family().name()));
        }
    }

    private String nameOf(int id) {
        return table.playbook().categories().stream()
                .filter(category -> category.id() == id)
                .map(Category::name)
                .findFirst()
                .orElse(Category.OTHER.name());
    }

    private String decided() {
        return table.outcome().kind() == OutcomeKind.CANCEL
                ? "when the customer cancelled, if within the horizon"
                : "when the customer was next active, if within the horizon";
    }

    private String label() {
        return "1 when the customer was lost; empty while the horizon of %s has not passed"
                .formatted(Words.span(table.outcome().horizonMillis()));
    }

    private static Writer writer(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPOutputStream(bytes, BUFFER_BYTES);
        }
        return new BufferedWriter(
                new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_BYTES);
    }
}
