package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final List<String> ROWS = GeneratedLog.rows(300, 7);

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesScoresFiguresRejectedRowsAndAPage() throws IOException {
        Path events = log(ROWS, "c-001,soon,purchase,1,\n,2025-03-01,purchase,1,\n");

        int code =
                backtest(events, "--cutoffs", "2025-05-01,2025-06-01T12:00:00Z", "--capacity", "3");

        assertThat(err.toString()).doesNotContain("holdfast:"); // a slow run tells how far it is
        assertThat(code).isZero();
        List<String> scores = lines("scores.csv");
        assertThat(scores.get(0)).isEqualTo("customer_id,cutoff,score,value_at_risk,expected_loss");
        assertThat(scores).filteredOn(row -> row.contains(",2025-05-01,")).hasSizeGreaterThan(100);
        assertThat(scores)
                .filteredOn(row -> row.contains(",2025-06-01T12:00:00Z,"))
                .hasSizeGreaterThan(100);
        assertThat(lines("rejected.csv"))
                .containsExactly(
                        "line,reason",
                        ROWS.size() + 2 + ",bad_time",
                        ROWS.size() + 3 + ",unidentified");
        assertThat(numbers("roc_auc")).hasSize(3).allMatch(auc -> auc > 0.6 && auc <= 1);
        assertThat(numbers("rows_rejected")).containsExactly(2.0);
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page)
                .contains("<svg", "in 100", "bad_time", "--cutoffs 2025-05-01", "team's 3")
                .doesNotContain("http://", "https://", "<script", "NaN");
    }

    @Test
    void knowsNothingOfWhatComesAfterTheCutoff() throws IOException {
        backtest(log(ROWS, ""), "--cutoffs", "2025-05-01");
        List<String> withFuture = lines("scores.csv");

        List<String> known = GeneratedLog.upTo(ROWS, "2025-05-01T00:00:00Z");
        int code = backtest(log(known, ""), "--cutoffs", "2025-05-01");

        assertThat(code).isZero();
        assertThat(lines("scores.csv")).isEqualTo(withFuture);
        assertThat(numbers("roc_auc")).isEmpty();
        assertThat(out.toString()).contains("not judged: the log ends before the horizon");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("scored, not judged")
                .doesNotContain("NaN");
    }

    @Test
    void makesNothingOfTheOrderOfTheFile() throws IOException {
        backtest(log(ROWS, ""), "--cutoffs", "2025-05-01");
        List<String> sorted = lines("scores.csv").stream().sorted().toList();
        List<String> backwards = new ArrayList<>(ROWS);
        Collections.reverse(backwards);

        backtest(log(backwards, ""), "--cutoffs", "2025-05-01");

        assertThat(lines("scores.csv").stream().sorted().toList()).isEqualTo(sorted);
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("sorted in memory");
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        Path events = log(ROWS, "");

        assertThat(run("--events", "none.csv", "--cutoffs", "2025-05-01")).isEqualTo(2);
        assertThat(said())
                .isEqualTo(
                        "holdfast: --events: there is no file none.csv; give a CSV file, plain or gzipped");
        assertThat(backtest(events, "--cutoffs", "May")).isEqualTo(2);
        assertThat(said()).startsWith("holdfast: --cutoffs must be dates such as 2011-05-15");
        assertThat(backtest(events, "--cutoffs", "2025-05-01,2025-05-01")).isEqualTo(2);
        assertThat(said()).contains("twice");
        assertThat(backtest(events, "--cutoffs", "2025-05-01", "--scorer", "oracle")).isEqualTo(2);
        assertThat(said()).contains("must be prior or learned");
        assertThat(backtest(events, "--cutoffs", "2025-05-01", "--playbook", "shop")).isEqualTo(2);
        assertThat(said()).contains("; presets are generic, ecommerce, subscription");
        assertThat(run("--events", events.toString(), "--cutoffs", "2025-05-01", "--horizon", "30"))
                .isEqualTo(2);
        assertThat(said())
                .isEqualTo("holdfast: --horizon needs a unit, such as 60d or 8w (got \"30\")");
        assertThat(backtest(events, "--cutoffs", "2025-05-01", "--activity", "visit")).isEqualTo(1);
        assertThat(said()).contains("no event is activity").contains(": purchase");
    }

    @Test
    void showsWhatWasLearnedAgainstThePriorAndInWords() throws IOException {
        backtest(log(ROWS, ""), "--cutoffs", "2025-05-01,2025-07-01");

        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("odds of leaving", "Where every customer starts", "log-loss: prior")
                .contains("what is typical of such a history", "customers for 4 or more horizons")
                .contains("silent 0.0 days", "stability index", "cut-off by cut-off")
                .doesNotContain("too little to learn from", "NaN", "null");
        assertThat(Files.readString(folder.resolve("out/summary.json")))
                .contains("\"scorer\" : \"learned\"", "\"serving\" : \"learned\"")
                .contains("\"quick_hazard\"", "\"reliability\"");
        assertThat(numbers("prior_log_loss")).hasSize(2);
        assertThat(numbers("matured_log_loss_served")).allMatch(loss -> loss > 0 && loss < 2);
    }

    @Test
    void saysWhenThereIsTooLittleToLearnFrom() throws IOException {
        backtest(log(GeneratedLog.rows(20, 7), ""), "--cutoffs", "2025-03-01");

        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("There was too little to learn from, so the prior served alone")
                .doesNotContain("odds of leaving", "NaN");
    }

    @Test
    void saysNothingOfLearningWhereThePriorIsAskedFor() throws IOException {
        backtest(log(ROWS, ""), "--cutoffs", "2025-05-01", "--scorer", "prior");

        assertThat(Files.readString(folder.resolve("out/report.html")))
                .doesNotContain("to learn from", "odds of leaving");
        assertThat(Files.readString(folder.resolve("out/summary.json")))
                .contains("\"scorer\" : \"prior\"");
    }

    @Test
    void takesAPresetWithItsSpansOverridden() throws IOException {
        int code = backtest(log(ROWS, ""), "--cutoffs", "2025-05-01", "--playbook", "ecommerce");

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("out/summary.json")))
                .contains("\"name\" : \"ecommerce\"", "\"horizon\" : \"30d\"");
    }

    private int backtest(Path events, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--events",
                                events.toString(),
                                "--horizon",
                                "30d",
                                "--active",
                                "90d"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(words));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        return Holdfast.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    private String said() {
        String said = err.toString().strip();
        err.getBuffer().setLength(0);
        return said;
    }

    private Path log(List<String> rows, String badRows) throws IOException {
        return Files.writeString(
                folder.resolve("log.csv"), GeneratedLog.HEADER + String.join("", rows) + badRows);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    /** Every number of this name in the summary. */
    private List<Double> numbers(String name) throws IOException {
        List<Double> numbers = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory().createParser(folder.resolve("out/summary.json").toFile())) {
            while (json.nextToken() != null) {
                JsonToken token = json.currentToken();
                if (name.equals(json.currentName()) && token != null && token.isNumeric()) {
                    numbers.add(json.getDoubleValue());
                }
            }
        }
        return numbers;
    }
}
