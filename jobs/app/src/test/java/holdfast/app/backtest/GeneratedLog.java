package holdfast.app.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A log of a made-up shop: customers with an own pace, a third of whom leave for good in spring.
 *
 * <p>The same seed gives the same log.
 */
final class GeneratedLog {

    static final String HEADER = "customer_id,event_time,event_type,amount,attributes\n";

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long DAY_SECONDS = 86_400;
    private static final int DAYS = 240;

    private GeneratedLog() {}

    /** Rows in the order of time, without the header. */
    static List<String> rows(int customers, long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double gapDays = 3 + 25 * random.nextDouble();
            double endDay = random.nextInt(3) == 0 ? 60 + 100 * random.nextDouble() : DAYS;
            double day = 40 * random.nextDouble();
            while (day < endDay) {
                rows.add(row(customer, day, 5 + 90 * random.nextDouble()));
                day -= gapDays * Math.log(1 - random.nextDouble());
            }
        }
        rows.sort((a, b) -> time(a).compareTo(time(b)));
        return rows;
    }

    /** The rows up to and including an instant, in ISO-8601. */
    static List<String> upTo(List<String> rows, String instant) {
        return rows.stream().filter(row -> time(row).compareTo(instant) <= 0).toList();
    }

    private static String row(int customer, double day, double amount) {
        Instant at = START.plusSeconds((long) (day * DAY_SECONDS));
        return String.format(Locale.ROOT, "c-%03d,%s,purchase,%.2f,\n", customer, at, amount);
    }

    private static String time(String row) {
        return row.split(",", 3)[1];
    }
}
