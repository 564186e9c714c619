package holdfast.app.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code customer_id,cutoff,score,value_at_risk,expected_loss}, a row a customer. */
final class ScoresFile {

    private ScoresFile() {}

    static void write(Path file, Past past, List<ScoredCohort> cohorts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer_id,cutoff,score,value_at_risk,expected_loss\n");
            for (ScoredCohort scored : cohorts) {
                Cohort cohort = scored.cohort();
                for (int row = 0; row < cohort.size(); row++) {
                    out.write(quoted(past.log().customerIds().get(cohort.customer(row))));
                    out.write("," + cohort.cutoff().text() + "," + scored.score(row));
                    out.write("," + scored.valueAtRisk(row) + "," + scored.expectedLoss(row));
                    out.write('\n');
                }
            }
        }
    }

    private static String quoted(String id) {
        boolean plain = id.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
