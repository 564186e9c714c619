package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The prior on real logs, against the label-free reference. The logs are not part of the
 * repository: without them these tests are skipped.
 */
class RealLogsITCase {

    private static final Path DATA =
            Path.of(System.getProperty("holdfast.shared", "../../../shared"), "data");

    @TempDir Path out;

    @Test
    void reachesTheReferenceOnCdnow() throws IOException {
        String mean = backtest("cdnow_sample", "90d", "180d", "1997-10-01,1998-01-01,1998-04-01");

        assertThat(figure(mean, "roc_auc")).isGreaterThan(0.711 - 0.005);
        assertThat(figure(mean, "log_loss")).isLessThan(0.605 + 0.01);
    }

    @Test
    void reachesTheReferenceOnAMessageLog() throws IOException {
        String mean =
                backtest("collegemsg", "14d", "28d", "2004-05-25,2004-06-15,2004-07-15,2004-08-20");

        assertThat(figure(mean, "roc_auc")).isGreaterThan(0.760 - 0.005);
        assertThat(figure(mean, "log_loss")).isLessThan(0.684 + 0.01);
    }

    private String backtest(String name, String horizon, String active, String cutoffs)
            throws IOException {
        Path events = DATA.resolve(name).resolve("events.csv.gz");
        assumeThat(events).as("left out: the log %s is not there", name).isRegularFile();
        StringWriter err = new StringWriter();
        int code =
                Holdfast.run(
                        new String[] {
                            "backtest",
                            "--events",
                            events.toString(),
                            "--cutoffs",
                            cutoffs,
                            "--horizon",
                            horizon,
                            "--active",
                            active,
                            "--out",
                            out.toString()
                        },
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        String summary = Files.readString(out.resolve("summary.json"));
        return summary.substring(summary.indexOf("\"mean\""));
    }

    private static double figure(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\" : ([0-9.E-]+)").matcher(json);
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
