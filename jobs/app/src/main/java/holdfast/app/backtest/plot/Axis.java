package holdfast.app.backtest.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One side of a chart: what it shows, from where to where, and where the marks stand.
 *
 * @param title what is shown, with its unit
 */
public record Axis(String title, double from, double to, List<Mark> marks) {

    private static final int MARKS_MAX = 6;
    private static final long DAY_MILLIS = 86_400_000;
    private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60};
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public Axis {
        marks = List.copyOf(marks);
    }

    /** A position on the axis with its label. */
    public record Mark(double value, String label) {}

    /** Shares from nothing to the given share, as percent. */
    public static Axis percent(String title, double to) {
        double step = to > 0.6 ? 0.2 : to > 0.3 ? 0.1 : 0.05;
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i * step <= to + 1e-9; i++) {
            marks.add(new Mark(i * step, Math.round(100 * i * step) + " %"));
        }
        return new Axis(title, 0, to, marks);
    }

    /** Counts from 0 to at least the given one. */
    public static Axis count(String title, double largest) {
        double step = Math.max(1, niceStep(largest / MARKS_MAX));
        List<Mark> marks = new ArrayList<>();
        int last = (int) Math.max(1, Math.ceil(largest / step));
        for (int i = 0; i <= last; i++) {
            marks.add(new Mark(i * step, String.format(Locale.ROOT, "%,.0f", i * step)));
        }
        return new Axis(title, 0, last * step, marks);
    }

    /** Instants in milliseconds since 1970, marked by day or month. */
    public static Axis time(long fromMillis, long toMillis) {
        LocalDate first = date(fromMillis);
        List<Mark> marks = new ArrayList<>();
        boolean short60 = toMillis - fromMillis < 60 * DAY_MILLIS;
        int step = short60 ? dayStep(fromMillis, toMillis) : monthStep(fromMillis, toMillis);
        LocalDate day = short60 ? first : first.withDayOfMonth(1);
        while (millis(day) <= toMillis) {
            boolean onStep = short60 || (day.getYear() * 12 + day.getMonthValue() - 1) % step == 0;
            if (onStep && millis(day) >= fromMillis) {
                marks.add(new Mark(millis(day), day.format(short60 ? DAY : MONTH)));
            }
            day = short60 ? day.plusDays(step) : day.plusMonths(1);
        }
        return new Axis("", fromMillis, toMillis, marks);
    }

    private static int dayStep(long fromMillis, long toMillis) {
        return (int) Math.max(1, (toMillis - fromMillis) / DAY_MILLIS / MARKS_MAX);
    }

    private static int monthStep(long fromMillis, long toMillis) {
        double months = (toMillis - fromMillis) / (30.4 * DAY_MILLIS);
        for (int step : MONTH_STEPS) {
            if (months / step <= MARKS_MAX) {
                return step;
            }
        }
        return 120;
    }

    private static double niceStep(double raw) {
        if (raw <= 0) {
            return 1;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / decade;
        return decade * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long millis(LocalDate day) {
        return day.toEpochDay() * DAY_MILLIS;
    }
}
