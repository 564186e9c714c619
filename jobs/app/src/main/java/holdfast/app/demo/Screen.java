package holdfast.app.demo;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.app.tail.AlertMessage;
import holdfast.app.tail.AlertText;
import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * The demo for people: the alerts with the most at stake, no more than can be read, and a line that
 * says how things stand.
 *
 * <p>Of the alerts since the last figures it shows the most valuable few and counts the others.
 */
final class Screen implements Display {

    private static final int ALERTS_A_LOOK = 1;
    private static final int PLAIN_LOOKS_A_LINE = 10;
    private static final String CLEAR_LINE = "\r\u001b[K";

    /** A line that is too long for the window is cut: wrapped, it could not be written over. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";

    private static final String TRY_NEXT =
            "try next: ./holdfast demo --seed 8, or your own log:"
                    + " ./holdfast backtest --events FILE.csv --help";

    private final PrintWriter out;
    private final boolean terminal;
    private final AlertText text;
    private final JsonFactory json = new JsonFactory();
    private final PriorityQueue<AlertMessage> waiting =
            new PriorityQueue<>(Comparator.comparingDouble(Screen::importance).reversed());

    private String statusLine = "";
    private long unshown;
    private long looks;

    /**
     * A screen.
     *
     * @param terminal whether a line can be written over, and coloured
     */
    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.text = new AlertText(terminal);
    }

    @Override
    public synchronized void say(String line) {
        clearStatus();
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void alert(byte[] value) {
        AlertMessage.read(json, value).ifPresent(waiting::add);
    }

    @Override
    public synchronized void progress(Progress progress) {
        clearStatus();
        for (int shown = 0; shown < ALERTS_A_LOOK && !waiting.isEmpty(); shown++) {
            out.println(text.lines(waiting.remove()));
        }
        unshown += waiting.size();
        waiting.clear();
        statusLine = status(progress);
        if (terminal) {
            out.print(WRAP_OFF + statusLine + WRAP_ON);
        } else if (looks % PLAIN_LOOKS_A_LINE == 0) {
            out.println(statusLine);
        }
        looks++;
        out.flush();
    }

    @Override
    public synchronized boolean isWatched() {
        return !out.checkError();
    }

    @Override
    public synchronized void summary(Summary summary) {
        clearStatus();
        out.println();
        out.println(summary.text());
        out.println();
        out.println(TRY_NEXT);
        out.flush();
    }

    private void clearStatus() {
        if (terminal && !statusLine.isEmpty()) {
            out.print(CLEAR_LINE);
            statusLine = "";
        }
    }

    /** Openings by the money at stake; of endings only the customer's value says what they mean. */
    private static double importance(AlertMessage alert) {
        double amount = alert.number("value_at_risk");
        return Double.isNaN(amount) ? 0 : amount;
    }

    private String status(Progress progress) {
        JobFigures figures = progress.figures();
        String delay =
                Double.isNaN(figures.delayMillisP99())
                        ? ""
                        : text(" · in→out p99 %.0f ms", figures.delayMillisP99());
        return text("  day %,d · %,.0f events/s", progress.day(), progress.eventsPerSecond())
                + text(
                        " · alerts %,d opened, %,d recovered, %,d not shown",
                        figures.of(AlertStatus.OPENED), figures.of(AlertStatus.RECOVERED), unshown)
                + delay
                + text(
                        " · late %.1f %% · unidentified %.0f %% · dead letters %,d",
                        percent(figures, Fate.LATE),
                        percent(figures, Fate.UNIDENTIFIED),
                        figures.of(Fate.DEAD_LETTERED));
    }

    private static double percent(JobFigures figures, Fate fate) {
        return figures.settled() == 0 ? 0 : 100.0 * figures.of(fate) / figures.settled();
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
