package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import holdfast.core.customer.StateBound;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import holdfast.core.population.Population;
import holdfast.core.population.PopulationText;
import holdfast.core.score.Model;
import holdfast.core.score.ModelReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesWhatReadsBackAsAModelAPopulationAndTheirPlaybook() throws IOException {
        assertThat(fit("--horizon", "30d", "--effective-from", "2025-09-01")).isZero();

        Playbook playbook =
                new PlaybookReader(StateBound::worstCaseBytes)
                        .read("playbook.yaml", text("playbook.yaml"))
                        .value();
        Model model = ModelReader.read("model.json", text("model.json"), playbook).value();
        Population population =
                PopulationText.read("population.json", text("population.json")).value();

        long fromMillis = Instant.parse("2025-09-01T00:00:00Z").toEpochMilli();
        assertThat(model.effectiveFromMillis()).isEqualTo(fromMillis);
        assertThat(population.effectiveFromMillis()).isEqualTo(fromMillis);
        assertThat(population.customers()).isBetween(100L, 300L);
        assertThat(population.values().quantile(0.5)).isPositive();
        assertThat(out.toString()).contains("fitted on 300 customers", "days a year");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhenThereIsTooLittleToFit() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("log.csv"), GeneratedLog.HEADER + "a,2025-03-01,x,1,\n");

        assertThat(run("fit", "--events", log.toString(), "--out", folder + "/first")).isZero();
        assertThat(out.toString()).contains("too little data, so the shipped defaults");
    }

    private int fit(String... more) throws IOException {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, GeneratedLog.HEADER + String.join("", GeneratedLog.rows(300, 7)));
        String[] words = new String[5 + more.length];
        words[0] = "fit";
        words[1] = "--events";
        words[2] = log.toString();
        words[3] = "--out";
        words[4] = folder.resolve("first").toString();
        System.arraycopy(more, 0, words, 5, more.length);
        return run(words);
    }

    private int run(String... words) {
        return Holdfast.run(words, new PrintWriter(out), new PrintWriter(err));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("first").resolve(name));
    }
}
