package holdfast.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The log of a made-up shop, always the same. */
public final class TestingShop {

    /** Before the first row. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /** The line that names the columns. */
    public static final String HEADER = "customer_id,event_time,event_type,amount,attributes";

    private static final long SEED = 20_250_101;
    private static final double DAY_MILLIS = 86_400_000;

    private TestingShop() {}

    /** Rows in the order of their times, without the header. */
    public static List<String> rows(int customers, int days) {
        List<String> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int customer = 0; customer < customers; customer++) {
            addRows(rows, "c-" + customer, days, random);
        }
        rows.sort(Comparator.comparing(TestingShop::timeOf));
        return rows;
    }

    /** The time of a row, in ISO-8601. */
    public static String timeOf(String row) {
        return row.split(",", 3)[1];
    }

    /** Writes rows under the header. */
    public static Path write(List<String> rows, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Files.write(file, lines);
    }

    /** Somebody with a pace of their own, who may leave, takes things back and gets gifts. */
    private static void addRows(
            List<String> rows, String customer, int days, SplittableRandom random) {
        double paceDays = 1 + 20 * random.nextDouble();
        double leavesAtDay = random.nextInt(2) == 0 ? days : days * random.nextDouble();
        double day = 30 * random.nextDouble();
        while (day < leavesAtDay) {
            Instant at = START.plusMillis((long) (day * DAY_MILLIS));
            double amount = 1 + 80 * random.nextDouble();
            String what =
                    switch (random.nextInt(8)) {
                        case 0 -> "visit,";
                        case 1 -> "free_item,0";
                        case 2 -> String.format(Locale.ROOT, "return,%.2f", -amount);
                        default -> String.format(Locale.ROOT, "purchase,%.2f", amount);
                    };
            rows.add(customer + "," + at + "," + what + ",");
            day -= paceDays * Math.log(1 - random.nextDouble());
        }
    }
}
