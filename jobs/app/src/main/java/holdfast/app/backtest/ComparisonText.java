package holdfast.app.backtest;

import java.io.PrintWriter;
import java.util.List;

/** Prints a comparison for people. */
final class ComparisonText {

    private ComparisonText() {}

    static void print(ComparisonTable table, PrintWriter to) {
        to.printf("%-34s %12s %12s %12s%n", "mean over the judged cut-offs", "A", "B", "B − A");
        for (ComparisonTable.Row row : table.rows()) {
            to.printf("%-34s %12s %12s %12s%n", row.name(), row.a(), row.b(), row.difference());
        }
        to.println();
        table.sentences().forEach(to::println);
        for (ComparisonTable.Examples examples : table.examples()) {
            if (!examples.rows().isEmpty()) {
                to.printf("%n%s%n", examples.title());
                for (List<String> row : examples.rows()) {
                    to.println("  " + String.join("  ", row));
                }
            }
        }
    }
}
