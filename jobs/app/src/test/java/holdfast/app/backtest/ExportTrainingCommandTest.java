package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.core.features.CategoryFeature;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTrainingCommandTest {

    private static final List<String> ROWS = GeneratedLog.rows(120, 7);
    private static final long HORIZON_MILLIS = 30 * 86_400_000L;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesEveryRowWithItsLabelOnceItsHorizonHasPassed() throws IOException {
        List<String[]> rows = exported("rows.csv", ROWS);
        List<String> header = List.of(rows.get(0));
        long endMillis = Instant.parse(last(ROWS).split(",", 3)[1]).toEpochMilli();

        assertThat(rows).hasSizeGreaterThan(1_000);
        int lost = 0;
        for (String[] row : rows.subList(1, rows.size())) {
            long atMillis = Instant.parse(row[header.indexOf("at")]).toEpochMilli();
            String label = row[header.indexOf("label")];
            String decided = row[header.indexOf("decided_at")];
            assertThat(label.isEmpty()).isEqualTo(atMillis + HORIZON_MILLIS > endMillis);
            if (label.equals("0")) {
                assertThat(Instant.parse(decided).toEpochMilli())
                        .isBetween(atMillis, atMillis + HORIZON_MILLIS);
            }
            assertThat(label.equals("1") && !decided.isEmpty()).as("lost and back").isFalse();
            assertThat(Double.parseDouble(row[header.indexOf("prior_logit")]))
                    .isBetween(-20.0, 20.0);
            lost += label.equals("1") ? 1 : 0;
        }
        assertThat(lost).isPositive();
        assertThat(out.toString())
                .contains("rows of 120 customers", ", and what its columns mean to ");
    }

    @Test
    void namesEachColumnByTheCatalogueAndSaysWhatItMeans() throws IOException {
        List<String> header = List.of(exported("rows.csv", ROWS).get(0));
        List<String> catalogue = Files.readAllLines(folder.resolve("rows.catalogue.csv"));

        assertThat(header)
                .containsAll(FeatureCatalogue.features().stream().map(Feature::id).toList())
                .contains("category_0_" + CategoryFeature.SHARE.id())
                .doesNotContain("customer_id")
                .doesNotHaveDuplicates();
        assertThat(catalogue.subList(1, catalogue.size()))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .isEqualTo(header);
        assertThat(catalogue)
                .contains("recency,\"ln(1 + H/8)\",\"since the last activity\",SILENCE");
    }

    @Test
    void theLaterPartOfTheLogChangesNoRowButOpensLabels() throws IOException {
        List<String> known = GeneratedLog.upTo(ROWS, "2025-06-01T00:00:00Z");
        List<String[]> before = exported("before.csv", known);
        List<String[]> after = exported("after.csv", ROWS);
        List<String> header = List.of(before.get(0));

        for (int i = 1; i < before.size(); i++) {
            String[] early = before.get(i).clone();
            String[] late = after.get(i).clone();
            if (early[header.indexOf("label")].isEmpty()) {
                for (String column : List.of("label", "decided_at")) {
                    early[header.indexOf(column)] = "";
                    late[header.indexOf(column)] = "";
                }
            }
            assertThat(late).as("row %s", i).isEqualTo(early);
        }
    }

    @Test
    void zipsWhatIsToBeZipped() throws IOException {
        List<String[]> plain = exported("rows.csv", ROWS);
        List<String[]> zipped = exported("rows.csv.gz", ROWS);

        assertThat(zipped).hasSameSizeAs(plain);
        assertThat(zipped.get(zipped.size() - 1)).isEqualTo(plain.get(plain.size() - 1));
        assertThat(folder.resolve("rows.catalogue.csv")).isNotEmptyFile();
    }

    @Test
    void wantsANameThatSaysWhatItIs() {
        assertThat(run("--events", "log.csv", "--out", "rows.parquet")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("holdfast: --out must end in .csv or .csv.gz (got \"rows.parquet\")\n");
    }

    @Test
    void reachesEveryOutcomeByNameOrNumber() throws IOException {
        List<String> few = GeneratedLog.upTo(GeneratedLog.rows(20, 7), "2025-04-01T00:00:00Z");
        Path log = log(few.stream().map(row -> row.replace(",purchase,", ",login,")).toList());
        List<List<String>> files = new ArrayList<>();
        for (String more : List.of("--outcome=cancel", "--outcome=idle", "--outcome=2")) {
            Path file = folder.resolve("rows.csv");
            String events = "--events=" + log;
            assertThat(run(events, "--playbook=subscription", more, "--out=" + file)).isZero();
            files.add(Files.readAllLines(file));
        }

        assertThat(files.get(1)).isEqualTo(files.get(2)).hasSizeGreaterThan(100);
        assertThat(files.get(1).get(1)).contains(",idle,");
        assertThat(files.get(0).get(1)).contains(",cancel,");
    }

    @Test
    void anUnknownOutcomeIsAnsweredWithTheNearestOrWithAll() throws IOException {
        String events = "--events=" + log(ROWS);
        String rows = "--out=" + folder.resolve("rows.csv");

        assertThat(run(events, rows, "--playbook=subscription", "--outcome=idel")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "holdfast: --outcome: playbook subscription has no outcome \"idel\"; did you mean \"idle\"?\n");
        assertThat(run(events, rows, "--playbook=subscription", "--outcome=churn")).isEqualTo(2);
        assertThat(err.toString()).endsWith("\"churn\"; it has cancel (1), idle (2)\n");
    }

    @Test
    void wantsALogOrATopicAndNotBoth() {
        String rows = "--out=" + folder.resolve("rows.csv");

        assertThat(run(rows)).isEqualTo(2);
        assertThat(err.toString()).contains("--events FILE", "--bootstrap HOST:PORT");
        assertThat(run(rows, "--events=log.csv", "--prefix=staging.")).isEqualTo(2);
        assertThat(err.toString()).contains("--events and --prefix exclude each other");
        assertThat(run(rows, "--bootstrap=no-port", "--horizon=30d", "--cancel=bye")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("holdfast: --horizon, --cancel is for --events: ")
                .hasLineCount(1);
        assertThat(folder.resolve("rows.csv")).doesNotExist();
    }

    @Test
    void aLogThatEndsBeforeTheFirstGridPointGivesNoFile() throws IOException {
        Path file = folder.resolve("rows.csv");

        assertThat(run("--events=" + log(ROWS.subList(0, 1)), "--out=" + file)).isEqualTo(1);
        assertThat(err.toString()).contains("a longer log is needed").hasLineCount(1);
        assertThat(file).doesNotExist();
    }

    private Path log(List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("log.csv"), GeneratedLog.HEADER + String.join("", rows));
    }

    private List<String[]> exported(String name, List<String> log) throws IOException {
        Path events = log(log);
        Path file = folder.resolve(name);
        assertThat(
                        run(
                                "--events",
                                events.toString(),
                                "--horizon",
                                "30d",
                                "--active",
                                "90d",
                                "--out",
                                file.toString()))
                .as("%s", err)
                .isZero();
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                name.endsWith(".gz")
                                        ? new GZIPInputStream(Files.newInputStream(file))
                                        : Files.newInputStream(file),
                                StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> rows.add(line.split(",", -1)));
        }
        return rows;
    }

    private static String last(List<String> rows) {
        return rows.get(rows.size() - 1);
    }

    private int run(String... more) {
        List<String> words = new ArrayList<>(List.of("export-training"));
        words.addAll(List.of(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Holdfast.run(
                words.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
