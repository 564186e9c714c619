package holdfast.app.backtest;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says on standard error how far a long run has come: a bar that moves on a terminal, now and then
 * a plain line elsewhere, nothing at all in a short run. Not thread-safe.
 */
public final class Progress {

    private static final long BAR_STEP_MILLIS = 100;
    private static final long LINE_STEP_MILLIS = 5_000;
    private static final long BAR_AFTER_MILLIS = 500;
    private static final int BAR_LETTERS = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nowMillis;
    private long nextMillis;
    private boolean barShown;

    /**
     * @param terminal whether a line can be written over
     * @param nowMillis a clock
     */
    public Progress(PrintWriter err, boolean terminal, LongSupplier nowMillis) {
        this.err = err;
        this.terminal = terminal;
        this.nowMillis = nowMillis;
        this.nextMillis = nowMillis.getAsLong() + (terminal ? BAR_AFTER_MILLIS : LINE_STEP_MILLIS);
    }

    /** Begins a piece of work of a known size; what it returns is told how much is done. */
    public LongConsumer of(String work, long total) {
        return done -> at(work, done, total);
    }

    /** Takes the bar away. */
    public void end() {
        if (barShown) {
            err.print("\r" + " ".repeat(79) + "\r");
            err.flush();
            barShown = false;
        }
    }

    private void at(String work, long done, long total) {
        long now = nowMillis.getAsLong();
        if (now < nextMillis) {
            return;
        }
        nextMillis = now + (terminal ? BAR_STEP_MILLIS : LINE_STEP_MILLIS);
        double share = total <= 0 ? 1 : Math.min(1, (double) done / total);
        String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * share);
        if (!terminal) {
            err.println(work + " " + percent.strip());
            err.flush();
            return;
        }
        int full = (int) Math.round(share * BAR_LETTERS);
        String bar = "█".repeat(full) + "░".repeat(BAR_LETTERS - full);
        err.printf("\r%-28.28s %s %s", work, bar, percent);
        err.flush();
        barShown = true;
    }
}
