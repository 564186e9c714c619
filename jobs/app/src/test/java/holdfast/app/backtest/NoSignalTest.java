package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a customer's past says nothing of the future, nothing is learned. */
class NoSignalTest {

    private static final int CUSTOMERS = 1_000;
    private static final long SEED = 20_251_122;
    private static final long HORIZON_SECONDS = 30L * 86_400;
    private static final Instant CUTOFF = Instant.parse("2025-06-30T00:00:00Z");
    private static final double STANDARD_ERRORS = 4;

    @TempDir Path folder;

    @Test
    void customersSwappedAtRandomInEachHorizonAreRankedAtRandom() throws IOException {
        System.out.println("seed " + SEED);
        JsonNode cutoff = backtest(swapped(GeneratedLog.rows(CUSTOMERS, SEED)));

        double churned = cutoff.get("n").asDouble() * cutoff.get("churn_rate").asDouble();
        double stayed = cutoff.get("n").asDouble() - churned;
        double standardError = Math.sqrt((1 / churned + 1 / stayed) / 12);
        assertThat(cutoff.at("/learning/serving").asText()).isEqualTo("learned");
        assertThat(Math.abs(cutoff.get("roc_auc").asDouble() - 0.5))
                .isLessThan(STANDARD_ERRORS * standardError);
    }

    @Test
    void theSameCustomersUnswappedAreNot() throws IOException {
        JsonNode cutoff = backtest(GeneratedLog.rows(CUSTOMERS, SEED));

        assertThat(cutoff.get("roc_auc").asDouble()).isGreaterThan(0.7);
    }

    /** Gives each customer another id in every stretch of a horizon, counted from the cut-off. */
    private static List<String> swapped(List<String> rows) {
        List<String> swapped = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(",", 3);
            long seconds = Instant.parse(parts[1]).getEpochSecond() - CUTOFF.getEpochSecond();
            long stretch = Math.floorDiv(seconds - 1, HORIZON_SECONDS);
            int customer = Integer.parseInt(parts[0].substring(2));
            swapped.add("c-%03d,%s,%s".formatted(order(stretch).get(customer), parts[1], parts[2]));
        }
        return swapped;
    }

    private static List<Integer> order(long stretch) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, CUSTOMERS).boxed().toList());
        Collections.shuffle(order, new Random(SEED + stretch));
        return order;
    }

    private JsonNode backtest(List<String> rows) throws IOException {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, GeneratedLog.HEADER + String.join("", rows));
        StringWriter err = new StringWriter();
        int code =
                Holdfast.run(
                        new String[] {
                            "backtest",
                            "--events=" + log,
                            "--cutoffs=" + CUTOFF,
                            "--horizon=30d",
                            "--active=30d",
                            "--out=" + folder.resolve("out")
                        },
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return new ObjectMapper()
                .readTree(folder.resolve("out/summary.json").toFile())
                .at("/cutoffs/0");
    }
}
