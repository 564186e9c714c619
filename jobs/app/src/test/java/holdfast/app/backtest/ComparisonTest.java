package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import holdfast.app.cli.Holdfast;
import holdfast.core.playbook.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final List<String> ROWS = GeneratedLog.rows(300, 7);

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheLog() throws IOException {
        Files.writeString(folder.resolve("log.csv"), GeneratedLog.HEADER + String.join("", ROWS));
    }

    @Test
    void findsNoDifferenceBetweenOneAndTheSame() throws IOException {
        JsonNode compared = compare("prior", "prior");

        assertThat(compared.at("/kept/alerts").asInt()).isPositive();
        assertThat(compared.at("/gained/alerts").asInt()).isZero();
        assertThat(compared.at("/lost/alerts").asInt()).isZero();
        assertThat(compared.get("kept_sooner_in_b_millis").asLong()).isZero();
        assertThat(out.toString()).contains("Half of them open no later in B than in A.");
    }

    @Test
    void countsEachAlertOfBothOnceAndJudgesIt() throws IOException {
        JsonNode compared = compare("prior", "learned", "--capacity", "3");

        for (String count : List.of("alerts", "judged", "then_left")) {
            assertThat(compared.at("/b/" + count).asInt())
                    .isEqualTo(
                            compared.at("/gained/" + count).asInt()
                                    + compared.at("/kept/" + count).asInt());
        }
        assertThat(compared.at("/a/alerts").asInt())
                .isEqualTo(
                        compared.at("/lost/alerts").asInt() + compared.at("/kept/alerts").asInt());
        assertThat(compared.at("/a/log_loss").asDouble()).isBetween(0.1, 1.0);
        assertThat(compared.at("/b/money_at_risk").asDouble()).isPositive();
        assertThat(out.toString())
                .contains("log-loss", "B − A", "weeks above the team's 3")
                .contains("A is prior: the prior, fitted at each cut-off.");
        assertThat(Files.readString(folder.resolve("out/comparison.html")))
                .contains("What would change from A to B", "--compare prior learned")
                .doesNotContain("http://", "<script", "NaN");
    }

    @Test
    void aStricterPlaybookLosesAlertsAndOpensTheOthersLater() throws IOException {
        String lax = Presets.ecommerce().source();
        Path strict =
                Files.writeString(
                        folder.resolve("strict.yaml"),
                        lax.replace("open-at: 0.60", "open-at: 0.75")
                                .replace("open-at: 0.70", "open-at: 0.75")
                                .replace("escalate-at: 0.80", "escalate-at: 0.90"));

        JsonNode compared = compare("ecommerce", strict.toString(), "--playbook", "ecommerce");

        assertThat(compared.at("/lost/alerts").asInt())
                .isGreaterThan(compared.at("/gained/alerts").asInt());
        assertThat(compared.get("kept_sooner_in_b_millis").asLong()).isNegative();
        assertThat(compared.at("/a/log_loss")).isEqualTo(compared.at("/b/log_loss"));
        assertThat(out.toString()).contains("B opens them", "later");
    }

    @Test
    void takesAModelFileThatFitsThePlaybook() throws IOException {
        assertThat(run("fit", "--out", folder.resolve("first").toString())).isZero();
        String model = folder.resolve("first/model.json").toString();

        JsonNode compared = compare("prior", model);

        assertThat(compared.at("/b/log_loss").asDouble()).isBetween(0.1, 1.0);
        assertThat(out.toString()).contains("what it was fitted to may lie after a cut-off");

        Files.writeString(Path.of(model), Files.readString(Path.of(model)).replace("lapse", "x"));
        assertThat(run(words("prior", model))).isEqualTo(2);
        assertThat(err.toString()).contains("model.json:1: ");
    }

    @Test
    void saysWhatCanBeCompared() {
        assertThat(run(words("prior", "lerned"))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("holdfast: --compare: \"lerned\" is neither prior, learned, a model");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysWhenTheTwoAskDifferentQuestions() throws IOException {
        Path longer =
                Files.writeString(
                        folder.resolve("longer.yaml"),
                        Presets.ecommerce().source().replace("horizon: 60d", "horizon: 50d"));
        Path log = folder.resolve("log.csv");
        String[] words = {
            "backtest",
            "--events",
            log.toString(),
            "--cutoffs",
            "2025-05-01",
            "--out",
            folder.resolve("out").toString(),
            "--playbook",
            "ecommerce",
            "--scorer",
            "prior",
            "--compare",
            "ecommerce",
            longer.toString()
        };

        assertThat(run(words)).as("%s", err).isZero();
        assertThat(out.toString())
                .contains("The two ask different questions (lapse within 60 days; lapse within 50");
    }

    private JsonNode compare(String a, String b, String... more) throws IOException {
        assertThat(run(words(a, b, more))).as("%s", err).isZero();
        return new ObjectMapper().readTree(Files.readString(folder.resolve("out/comparison.json")));
    }

    private String[] words(String a, String b, String... more) {
        List<String> words =
                new ArrayList<>(List.of("backtest", "--cutoffs", "2025-05-01,2025-06-01"));
        words.addAll(List.of("--out", folder.resolve("out").toString(), "--compare", a, b));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** With the log and its spans, unless the words name a log. */
    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("--events")) {
            all.addAll(List.of("--events", folder.resolve("log.csv").toString()));
            all.addAll(List.of("--horizon", "30d", "--active", "90d"));
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Holdfast.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
