package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score that learns by itself, on real logs, against the best fit that was made offline with
 * labels. The logs are not part of the repository: without them these tests are skipped.
 */
class RealLogsITCase {

    private static final Path DATA =
            Path.of(System.getProperty("holdfast.shared", "../../../shared"), "data");
    private static final double AGAINST_OFFLINE_MAX = 1.02;
    private static final double AGAINST_PRIOR_MAX = 1.01;
    private static final String CUTOFF = "1998-01-01";
    private static final List<String> CDNOW = List.of("--horizon=90d", "--active=180d");

    @TempDir Path folder;

    @Test
    void isAboutAsGoodAsAFitMadeOfflineOnCdnow() throws IOException {
        assertAboutAsGoodAs(
                0.591,
                summary("cdnow_sample", "--cutoffs=1997-10-01,1998-01-01,1998-04-01", CDNOW));
    }

    @Test
    void isAboutAsGoodAsAFitMadeOfflineOnAMessageLog() throws IOException {
        assertAboutAsGoodAs(
                0.574,
                summary(
                        "collegemsg",
                        "--cutoffs=2004-05-25,2004-06-15,2004-07-15,2004-08-20",
                        List.of("--horizon=14d", "--active=28d")));
    }

    @Test
    @Tag("ops")
    void isAboutAsGoodAsAFitMadeOfflineOnAShop() throws IOException {
        assertAboutAsGoodAs(
                0.589,
                summary(
                        "online_retail",
                        "--cutoffs=2011-05-15,2011-07-01,2011-08-15,2011-10-01",
                        List.of("--horizon=60d", "--active=180d")));
    }

    @Test
    @Tag("ops")
    void isAboutAsGoodAsAFitMadeOfflineOnCancels() throws IOException {
        assertAboutAsGoodAs(
                0.180,
                summary(
                        "fightchurn_sim",
                        "--cutoffs=2020-03-20,2020-04-10,2020-05-01",
                        List.of(
                                "--horizon=30d",
                                "--active=31d",
                                "--cancel=cancel",
                                "--activity=post,newfriend,like,adview,dislike,unfriend,message,reply")));
    }

    @Test
    void learnsNothingFromWhatComesLater() throws IOException {
        JsonNode whole = summary("cdnow_sample", "--cutoffs=" + CUTOFF, CDNOW);
        List<String> scores = scores();

        backtest(upTo("cdnow_sample", CUTOFF + "T00:00:00Z"), "--cutoffs=" + CUTOFF, CDNOW);

        assertThat(whole.at("/cutoffs/0/learning/serving").asText()).isEqualTo("learned");
        assertThat(scores).hasSizeGreaterThan(500);
        assertThat(scores()).isEqualTo(scores);
    }

    private static void assertAboutAsGoodAs(double offlineLogLoss, JsonNode summary) {
        for (JsonNode cutoff : summary.get("cutoffs")) {
            assertThat(cutoff.get("log_loss").asDouble())
                    .as("at %s, against the prior", cutoff.get("cutoff").asText())
                    .isLessThan(AGAINST_PRIOR_MAX * cutoff.get("prior_log_loss").asDouble());
        }
        assertThat(summary.at("/mean/log_loss").asDouble())
                .isLessThan(AGAINST_OFFLINE_MAX * offlineLogLoss);
    }

    private JsonNode summary(String name, String cutoffs, List<String> flags) throws IOException {
        return backtest(log(name), cutoffs, flags);
    }

    private JsonNode backtest(Path events, String cutoffs, List<String> flags) throws IOException {
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of("backtest", "--events=" + events, cutoffs));
        words.addAll(flags);
        words.add("--out=" + folder.resolve("out"));
        int code =
                Holdfast.run(
                        words.toArray(String[]::new),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
    }

    private List<String> scores() throws IOException {
        return Files.readAllLines(folder.resolve("out/scores.csv"));
    }

    private static Path log(String name) {
        Path events = DATA.resolve(name).resolve("events.csv.gz");
        assumeThat(events).as("left out: the log %s is not there", name).isRegularFile();
        return events;
    }

    /** The log as it was known at an instant, in ISO-8601. */
    private Path upTo(String name, String instant) throws IOException {
        try (var lines =
                new String(
                                new GZIPInputStream(Files.newInputStream(log(name))).readAllBytes(),
                                StandardCharsets.UTF_8)
                        .lines()) {
            List<String> known =
                    lines.filter(line -> line.startsWith("customer_id") || isUpTo(line, instant))
                            .toList();
            return Files.write(folder.resolve("known.csv"), known);
        }
    }

    private static boolean isUpTo(String line, String instant) {
        return line.split(",", 3)[1].compareTo(instant) <= 0;
    }
}
