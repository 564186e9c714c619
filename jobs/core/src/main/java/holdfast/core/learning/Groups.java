package holdfast.core.learning;

import holdfast.core.features.Feature;
import holdfast.core.time.Days;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

/** The groups by which figures are told apart. */
final class Groups {

    /** Shorter names first: the tenth decile comes after the ninth. */
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final int TENTHS = 10;
    private static final double STEPS_PER_HORIZON = 8;

    private final TrainingRows rows;
    private final Days days;

    Groups(TrainingRows rows, Days days) {
        this.rows = rows;
        this.days = days;
    }

    /** How many horizons the customer had been one. */
    String tenure(int row) {
        double steps = Math.expm1(rows.feature(row, Feature.TENURE.position()));
        double horizons = steps / STEPS_PER_HORIZON;
        if (horizons < 1) {
            return "0-1";
        }
        if (horizons < 2) {
            return "1-2";
        }
        return horizons < 4 ? "2-4" : "4 or more";
    }

    /** The month in which the snapshot was taken. */
    String season(int row) {
        LocalDate day = LocalDate.ofEpochDay(days.dayOf(rows.timeMillis(row)));
        return "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
    }

    /** The tenth, from 1, of these rows to which a row of theirs belongs by value. */
    IntFunction<String> valueDecile(int[] among) {
        long[] values = Arrays.stream(among).mapToLong(rows::valueMinor).sorted().toArray();
        return row -> {
            long below = countBelow(values, rows.valueMinor(row));
            return Long.toString(1 + TENTHS * below / values.length);
        };
    }

    private static int countBelow(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
